-- Who is given most words.
-- Needs: --table digests=…
SELECT quote['speaker'] AS speaker, min(quote['role']) AS office,
       count(*) AS quotations, sum(quote['words']) AS words
FROM (SELECT unnest(digest['quotes']) AS quote FROM digests)
WHERE quote['speaker'] IS NOT NULL AND quote['kind'] <> 'indirect'
GROUP BY 1
ORDER BY words DESC, speaker
LIMIT 20;
