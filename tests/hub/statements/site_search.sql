SELECT search_change.id AS id, search_change.token AS token FROM search_change ORDER BY 1 DESC LIMIT 1
SELECT directory_service.id AS pk FROM directory_service WHERE (directory_service.live AND NOT (directory_service.status = %s) AND directory_service.id IN (%s, ...)) ORDER BY directory_service.name ASC
SELECT wagtailcore_page.id AS pk FROM wagtailcore_page WHERE (wagtailcore_page.live AND NOT (EXISTS(SELECT %s AS a FROM wagtailcore_pageviewrestriction U0 INNER JOIN wagtailcore_page U1 ON (U0.page_id = U1.id) WHERE wagtailcore_page.path LIKE REPLACE(REPLACE(REPLACE((U1.path), '\', '\\'), '%%', '\%%'), '_', '\_') || '%%' ESCAPE '\' LIMIT 1)) AND (wagtailcore_page.expire_at IS NULL OR wagtailcore_page.expire_at > %s) AND wagtailcore_page.id IN (%s))
SELECT search_change.id AS id, search_change.token AS token FROM search_change ORDER BY 1 DESC LIMIT 1
SELECT search_change.id AS id, search_change.token AS token FROM search_change ORDER BY 1 DESC LIMIT 1
