-- The people named in most articles, with the offices that they were given.
-- Needs: --table digests=…
WITH named AS (SELECT id, unnest(digest['people']) AS person FROM digests),
     offices AS (SELECT person['name'] AS name, unnest(person['roles']) AS office FROM named)
SELECT people.name, articles, mentions, office AS most_given_office
FROM (
    SELECT person['name'] AS name, count(DISTINCT id) AS articles, sum(person['mentions']) AS mentions
    FROM named GROUP BY 1
) AS people
LEFT JOIN (
    SELECT name, office, row_number() OVER (PARTITION BY name ORDER BY count(*) DESC, office) AS rank
    FROM offices GROUP BY name, office
) AS ranked ON ranked.name = people.name AND rank = 1
ORDER BY articles DESC, mentions DESC, people.name
LIMIT 20;
