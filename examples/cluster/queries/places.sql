-- In which month which country was written about.
-- Needs: --table digests=…
SELECT to_char(published, '%Y-%m') AS month, place['country'] AS country,
       count(DISTINCT id) AS articles, sum(place['mentions']) AS mentions
FROM (SELECT id, published, unnest(digest['places']) AS place FROM digests)
WHERE place['country'] IS NOT NULL
GROUP BY 1, 2
ORDER BY month, articles DESC, country
LIMIT 40;
