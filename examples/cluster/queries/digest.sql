-- Once: read every article and keep what was found. The other queries ask that table, not the text.
-- COPY adds files to the folder: empty it first, or rows are there twice.
-- Needs: --table articles=…
COPY (
    SELECT id, CAST(published AS DATE) AS published, article_digest(text, published) AS digest
    FROM articles
) TO 'target/digests/' STORED AS PARQUET;
