SELECT search_change.id AS id, search_change.token AS token FROM search_change ORDER BY 1 DESC LIMIT 1
SELECT directory_service.id AS pk FROM directory_service WHERE (directory_service.live AND NOT (directory_service.status = %s) AND directory_service.id IN (%s, ...)) ORDER BY directory_service.name ASC
SELECT search_change.id AS id, search_change.token AS token FROM search_change ORDER BY 1 DESC LIMIT 1
SELECT search_change.id AS id, search_change.token AS token FROM search_change ORDER BY 1 DESC LIMIT 1
