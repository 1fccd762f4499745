SELECT search_change.id AS id, search_change.token AS token FROM search_change ORDER BY 1 DESC LIMIT 1
