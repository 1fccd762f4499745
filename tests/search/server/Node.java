import java.util.concurrent.CountDownLatch;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * One node: folder, cluster, name, port for HTTP, port for its peers, the ports of all peers, the names of all nodes, and
 * the process without which nobody wants it.
 */
public class Node {
    public static void main(String[] arguments) throws Exception {
        String[] peers = arguments[5].split(",");
        String[] names = arguments[6].split(",");
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
            settings.put("discovery.type", names.length > 1 ? "zen" : "single-node");
            settings.put("node.name", arguments[2]);
            settings.put("http.port", arguments[3]);
            settings.put("transport.port", arguments[4]);
            settings.put("network.host", "127.0.0.1");
            // A disk of tests may be fuller than a server's.
            settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
            if (names.length > 1) {
                settings.putList("discovery.seed_hosts", peers);
                settings.putList("cluster.initial_cluster_manager_nodes", names);
            }
        });
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                runner.close();
            } catch (Exception fault) {
                // It ends anyway.
            }
            ended.countDown();
        }));
        // A run that was killed ends nothing.
        ProcessHandle.of(Long.parseLong(arguments[7])).ifPresentOrElse(
            run -> run.onExit().thenRun(() -> Runtime.getRuntime().halt(0)), () -> Runtime.getRuntime().halt(0));
        runner.build(OpenSearchRunner.newConfigs()
            .basePath(arguments[0]).clusterName(arguments[1]).numOfNode(1).disableESLogger());
        ended.await();
    }
}
