-- Figures that count people and are above 1,000 for sure, with the articles that give them.
-- Needs: --table digests=…
SELECT figure['hedge'] AS hedge, figure['text'] AS figure, figure['of'] AS counted,
       figure['low'] AS low, count(DISTINCT id) AS articles, min(id) AS first
FROM (SELECT id, unnest(digest['figures']) AS figure FROM digests)
WHERE figure['kind'] = 'count' AND figure['low'] > 1000 AND figure['of'] LIKE '%people%'
GROUP BY 1, 2, 3, 4
ORDER BY articles DESC, low DESC, first
LIMIT 20;
