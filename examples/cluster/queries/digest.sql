-- Once: read every article and keep what was found. The other queries ask that table, not the text.
-- Each file of articles becomes a file of digests with its name: run it again, and it is replaced.
-- Needs: --each articles=…
COPY (
    SELECT id, CAST(published AS DATE) AS published, article_digest(text, published) AS digest
    FROM articles
) TO 'target/digests/{file}.parquet' STORED AS PARQUET;
