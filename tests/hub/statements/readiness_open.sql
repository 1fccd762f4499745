SELECT COUNT(*) AS __count FROM guidance_wrongreadinesscode WHERE (guidance_wrongreadinesscode.about = %s AND guidance_wrongreadinesscode.at > %s)
SELECT search_change.id AS id, search_change.token AS token FROM search_change ORDER BY 1 DESC LIMIT 1
