"""What `prepare` wrote, on the device; vectors of bigrams; the model file."""
import struct
from pathlib import Path

import numpy as np
import torch

from network import FEATURES

QUESTION, PASSAGE, SPANS = 64, 208, 8
RIGHT, WRONG, UNLABELLED = 0, 1, 2
RECORD = np.dtype([
    ("ql", "<u2"), ("pl", "<u2"),
    ("qc", "<u2", QUESTION), ("qb", "<u2", QUESTION + 1), ("qf", "u1", QUESTION * FEATURES),
    ("pc", "<u2", PASSAGE), ("pb", "<u2", PASSAGE + 1), ("pf", "u1", PASSAGE * FEATURES),
    ("spans", "<i2", (SPANS, 2)), ("kind", "u1"), ("passage", "<u2")])


class Windows:
    """Windows of some files, kept small: ids as integers, features as bytes."""

    def __init__(self, paths, device):
        parts = [np.fromfile(p, RECORD) for p in paths]
        on = lambda name, kind: torch.cat([torch.from_numpy(p[name].astype(kind)).to(device) for p in parts])
        self.ql, self.pl = on("ql", np.int64), on("pl", np.int64)
        self.qc, self.pc, self.qb, self.pb = on("qc", np.int16), on("pc", np.int16), on("qb", np.int32), on("pb", np.int32)
        self.qf, self.pf = on("qf", np.uint8), on("pf", np.uint8)
        self.kind, self.passage = on("kind", np.int64), on("passage", np.int64)
        self.spans = on("spans", np.int64)
        self.round = torch.cat([torch.full((len(p),), i, device=device) for i, p in enumerate(parts)])
        self.device = device

    def __len__(self):
        return len(self.kind)

    def batch(self, index):
        def text(c, b, f, length, most):
            mask = (torch.arange(most, device=self.device)[None] < length[index][:, None]).float()
            return c[index].long(), b[index].long(), f[index].view(-1, most, FEATURES).float() / 255, mask
        return text(self.qc, self.qb, self.qf, self.ql, QUESTION), text(self.pc, self.pb, self.pf, self.pl, PASSAGE)

    def targets(self, index):
        """Right starts and ends, B x (1 + L) of 0 and 1; the first column where there is none."""
        spans = self.spans[index]
        known = spans[:, :, 0] >= 0
        none = (~known.any(1)).float().unsqueeze(1)
        places = torch.arange(PASSAGE + 1, device=self.device)
        hit = lambda at: ((places[None, None] == at[:, :, None]) & known[:, :, None]).any(1).float()
        first = torch.cat([none, none.new_zeros(len(index), PASSAGE)], 1)
        # a character at i has column i + 1; ends are exclusive
        return first + hit(spans[:, :, 0] + 1), first + hit(spans[:, :, 1])


def bigram_vectors(folder, bigrams, device, size=48, contexts=6000, window=6):
    """Vectors by the company they keep: positive pointwise mutual information, then SVD (Levy, Goldberg, Dagan 2015); row 0 is zero."""
    ids = torch.from_numpy(np.fromfile(Path(folder) / "passages.bin", "<u2").astype(np.int64)).to(device)
    border = (ids == 65535).long().cumsum(0)
    contexts = min(contexts, bigrams)
    pairs = torch.zeros(bigrams * contexts, device=device)
    for distance in range(2, window + 1):
        a, b = ids[:-distance], ids[distance:]
        same = (border[:-distance] == border[distance:]) & (a != 65535) & (a > 0) & (b > 0)
        for x, y in ((a[same] - 1, b[same] - 1), (b[same] - 1, a[same] - 1)):
            near = y < contexts
            at = x[near] * contexts + y[near]
            pairs.index_add_(0, at, torch.ones(len(at), device=device))
    m = pairs.view(bigrams, contexts)
    rows, columns = m.sum(1, keepdim=True) + 1, m.sum(0, keepdim=True) ** 0.75
    total = m.sum()
    columns = columns / columns.sum() * total
    pmi = (m * total / (rows * columns) + 1e-9).log().clamp_min(0)
    generator = torch.Generator().manual_seed(7)
    q = torch.randn(contexts, size + 16, generator=generator).to(device)
    for _ in range(4):
        q = torch.linalg.qr(pmi @ q).Q
        q = torch.linalg.qr(pmi.T @ q).Q
    u, s, _ = torch.linalg.svd(pmi @ q, full_matrices=False)
    vectors = u[:, :size] * s[:size].sqrt()
    vectors = vectors / vectors.norm(dim=1, keepdim=True).clamp_min(1e-6) * size ** 0.5 * 0.3
    return rounded(torch.cat([torch.zeros(1, size, device=device), vectors]))


def scales(table):
    return (table.abs().amax(1, keepdim=True).clamp_min(1e-4) / 127).half().float()


def rounded(table):
    """The table as the file gives it back."""
    return (table / scales(table)).round().clamp(-127, 127) * scales(table)


def write(path, net, head, encoder, first, second):
    """As ReaderModel reads it: vectors in one byte a value, the rest in half precision."""
    out = bytearray(head)
    out += struct.pack("<3i", net.width, net.size, net.vectors.shape[1])
    for dilations in (encoder, first, second):
        out += struct.pack(f"<{1 + len(dilations)}i", len(dilations), *dilations)
    for table in (net._characters.weight.detach(), net.vectors):
        scale = scales(table)
        bytes_ = (table / scale).round().clamp(-127, 127).to(torch.int8).cpu().numpy()
        halves = scale.half().cpu().numpy()
        out += struct.pack("<i", table.numel())
        for row in range(len(table)):
            out += halves[row].tobytes() + bytes_[row].tobytes()
    rest = sorted((n, p.detach()) for n, p in net.named_parameters() if n != "_characters.weight")
    out += struct.pack("<i", len(rest))
    for name, p in rest:
        if p.dim() == 2 and name.endswith(".weight"):
            p = p.T.contiguous()
        encoded = name.encode()
        out += struct.pack("<B", len(encoded)) + encoded
        out += struct.pack("<2i", p.shape[0] if p.dim() == 2 else 1, p.shape[-1])
        out += p.half().cpu().numpy().tobytes()
    Path(path).write_bytes(out)
