"""The network as it trains; PolicyQa.Comprehension.ReaderNetwork is the same in plain C#.

After QANet (Yu et al. 2018): separable convolutions, attention both ways, a score of each start and end, and of no answer. What
ships has no self-attention (attention=0); its teachers have.
"""
import math

import torch
from torch import nn
from torch.nn import functional as F

KERNEL = 7
FEATURES = 30


class ConvBlock(nn.Module):
    """Layer norm, a depthwise convolution over 7 characters, a pointwise one, ReLU, and what came in added."""

    def __init__(self, width, dilation):
        super().__init__()
        self._norm = nn.LayerNorm(width)
        self._taps = nn.Parameter(torch.randn(KERNEL, width) / math.sqrt(KERNEL))
        self._mix = nn.Linear(width, width)
        self.dilation = dilation

    def forward(self, x, mask, dropout):
        reach = KERNEL // 2 * self.dilation
        h = F.pad(self._norm(x) * mask.unsqueeze(2), (0, 0, reach, reach))
        total = sum(h.narrow(1, k * self.dilation, x.shape[1]) * self._taps[k] for k in range(KERNEL))
        y = F.relu(self._mix(total))
        return (x + F.dropout(y, dropout, self.training)) * mask.unsqueeze(2)


class SelfAttention(nn.Module):
    """Layer norm, attention of several heads, a feed-forward layer, each added to what came in."""

    def __init__(self, width, heads):
        super().__init__()
        self.norm, self.second = nn.LayerNorm(width), nn.LayerNorm(width)
        self.project, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.wide, self.narrow = nn.Linear(width, 2 * width), nn.Linear(2 * width, width)
        self.heads = heads

    def forward(self, x, mask, dropout):
        b, n, d = x.shape
        q, k, v = (t.view(b, n, self.heads, -1).transpose(1, 2) for t in self.project(self.norm(x)).chunk(3, 2))
        scores = q @ k.transpose(2, 3) / math.sqrt(d / self.heads) + (1 - mask)[:, None, None, :] * -1e4
        y = self.out((F.dropout(scores.softmax(3), dropout, self.training) @ v).transpose(1, 2).reshape(b, n, d))
        x = x + F.dropout(y, dropout, self.training)
        y = self.narrow(F.dropout(F.relu(self.wide(self.second(x))), dropout, self.training))
        return (x + F.dropout(y, dropout, self.training)) * mask.unsqueeze(2)


class Reader(nn.Module):
    """Scores of starts and ends, B x (1 + L); the first column says that there is no answer."""

    def __init__(self, characters, vectors, width, encoder, first, second, dropout, size=64, attention=0):
        super().__init__()
        d = width
        self.width, self.size, self.dropout = width, size, dropout
        self._characters = nn.Embedding(characters, size)
        nn.init.normal_(self._characters.weight, 0, 0.3)
        self.register_buffer("vectors", vectors)
        self._input = nn.Linear(size + 2 * vectors.shape[1] + FEATURES, d)
        self._encoder = nn.ModuleList(ConvBlock(d, x) for x in encoder)
        self._first = nn.ModuleList(ConvBlock(d, x) for x in first)
        self._second = nn.ModuleList(ConvBlock(d, x) for x in second)
        self.attention = nn.ModuleList(SelfAttention(d, attention) for _ in range(3)) if attention else None
        self._wq, self._wp = nn.Parameter(torch.randn(d) * 0.1), nn.Parameter(torch.randn(d) * 0.1)
        self._wqp = nn.Parameter(torch.ones(d) / math.sqrt(d))
        self._pool = nn.Parameter(torch.randn(d) * 0.1)
        self._fuse = nn.Linear(4 * d, d)
        self._last = nn.LayerNorm(d)
        self._start, self._end = nn.Linear(d, d), nn.Linear(d, d)
        self._startBias, self._endBias = nn.Linear(d, 1), nn.Linear(d, 1)
        self._null1, self._null2 = nn.Linear(3 * d, 32), nn.Linear(32, 2)

    def forward(self, batch):
        (qc, qb, qf, qm), (pc, pb, pf, pm) = batch
        q, p = self.encode(qc, qb, qf, qm), self.encode(pc, pb, pf, pm)

        # Trilinear attention (Seo et al. 2017), both ways as in QANet.
        s = (p @ self._wp).unsqueeze(2) + (q @ self._wq).unsqueeze(1) + (p * self._wqp) @ q.transpose(1, 2)
        a = (s + (1 - qm).unsqueeze(1) * -1e4).softmax(2)
        b = (s + (1 - pm).unsqueeze(2) * -1e4).softmax(1)
        to_question = a @ q
        to_passage = a @ (b.transpose(1, 2) @ p)
        m = self._fuse(self.drop(torch.cat([p, to_question, p * to_question, p * to_passage], 2))) * pm.unsqueeze(2)
        for i, blocks in enumerate((self._first, self._second)):
            for block in blocks:
                m = block(m, pm, self.dropout)
            if self.attention:
                m = self.attention[1 + i](m, pm, self.dropout)
        m = self._last(m)

        weights = (q @ self._pool + (1 - qm) * -1e4).softmax(1)
        u = (q * weights.unsqueeze(2)).sum(1)
        start = (m @ self._start(u).unsqueeze(2)).squeeze(2) + self._startBias(m).squeeze(2)
        end = (m @ self._end(u).unsqueeze(2)).squeeze(2) + self._endBias(m).squeeze(2)
        most = (m + (1 - pm.unsqueeze(2)) * -1e4).amax(1)
        none = self._null2(F.relu(self._null1(torch.cat([u, most, u * most], 1))))
        hidden = (1 - pm) * -1e4
        return torch.cat([none[:, :1], start + hidden], 1), torch.cat([none[:, 1:], end + hidden], 1)

    def encode(self, characters, bigrams, features, mask):
        n = characters.shape[1]
        pairs = self.vectors[bigrams]
        x = torch.cat([self.drop(self._characters(characters)), self.drop(pairs[:, :n]), self.drop(pairs[:, 1:]), features], 2)
        h = F.relu(self._input(x)) * mask.unsqueeze(2)
        for block in self._encoder:
            h = block(h, mask, self.dropout)
        return self.attention[0](h, mask, self.dropout) if self.attention else h

    def drop(self, x):
        return F.dropout(x, self.dropout, self.training)
