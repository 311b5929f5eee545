"""Trains the reader from what `prepare` wrote.

    python3 train.py WINDOWS-FOLDER reader.bin [--width 64 …] [--trust 0.6 …] [--quick]

Wants PyTorch; seven minutes on an H200, most of a day without a GPU. Teachers, wider and with self-attention, learn from three
quarters of the articles each and judge the fourth, so that what they say of a window is not what they have learnt by heart. The
reader that ships learns from the right spans and from what the teachers say (Hinton et al. 2015); several widths and trusts
train side by side, and each gets a file of its own. Seeds are fixed; sums of floating point numbers may differ from device to device.
"""
import argparse
import math
import time
from pathlib import Path

import torch

from network import Reader
from windows import PASSAGE, RIGHT, UNLABELLED, WRONG, Windows, bigram_vectors, rounded, write

FOLDS = 4
ENCODER, FIRST, SECOND = [1, 1], [1, 2, 4], [8, 2, 1]
TEACHER = dict(width=160, encoder=[1, 1], first=[1, 2, 4, 8], second=[1, 2, 4], attention=4, dropout=0.2)


class Trainer:
    """One network, its optimiser and the average of its weights; a step is captured as a CUDA graph where there is a GPU."""

    def __init__(self, net, windows, order, size, rate, decay, soft=None, trust=0.0):
        self.net, self.windows, self.order, self.size, self.rate = net, windows, order, size, rate
        self.soft, self.trust = soft, trust
        self.steps, self.step = len(order) // size, 0
        self.cuda = windows.device == "cuda"
        self.parameters = list(net.parameters())
        self.average = [p.detach().clone() for p in self.parameters]
        lr = torch.tensor(rate, device="cuda") if self.cuda else rate
        self.optimizer = torch.optim.AdamW(self.parameters, lr=lr, weight_decay=decay, capturable=self.cuda)
        self.index = order[:size].clone()
        self.keep = torch.zeros((), device=windows.device)
        self.loss = torch.zeros((), device=windows.device)
        self.stream, self.graph = None, None
        if self.cuda:
            self.capture()

    def capture(self):
        kept = [p.detach().clone() for p in self.parameters]
        self.stream = torch.cuda.Stream()
        self.stream.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(self.stream):
            for _ in range(3):
                self.advance()
        torch.cuda.synchronize()
        self.graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(self.graph, stream=self.stream):
            self.advance()
        with torch.no_grad():
            for p, k, a in zip(self.parameters, kept, self.average):
                p.copy_(k)
                a.copy_(k)
            for state in self.optimizer.state.values():
                for value in state.values():
                    value.zero_()
        torch.cuda.synchronize()

    def advance(self):
        self.optimizer.zero_grad(set_to_none=False)
        start, end = self.net(self.windows.batch(self.index))
        right = self.windows.targets(self.index)
        known = (self.windows.kind[self.index] != UNLABELLED).float()
        loss = 0.0
        for scores, target, which in ((start, right[0], 0), (end, right[1], 1)):
            total = scores.logsumexp(1)
            hard = total - (scores + (1 - target) * -1e4).logsumexp(1)
            if self.soft is None:
                loss = loss + (hard * known).sum() / known.sum().clamp_min(1)
            else:
                taught = total - (self.soft[which][self.index].float() * scores.clamp_min(-1e3)).sum(1)
                weight = known * (1 - self.trust)
                loss = loss + (hard * weight + taught * (1 - weight)).mean()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.parameters, 5)
        self.optimizer.step()
        with torch.no_grad():
            for a, p in zip(self.average, self.parameters):
                a.mul_(self.keep).add_(p * (1 - self.keep))
            self.loss.copy_(loss.detach())

    def next(self):
        rate = min(1, (self.step + 1) / 300) * 0.5 * (1 + math.cos(math.pi * min(1, self.step / self.steps))) + 0.01
        keep = min(0.998, (1 + self.step) / (10 + self.step))
        index = self.order[self.step * self.size:(self.step + 1) * self.size]
        self.step += 1
        if self.cuda:
            with torch.cuda.stream(self.stream):
                self.index.copy_(index)
                self.optimizer.param_groups[0]["lr"].fill_(self.rate * rate)
                self.keep.fill_(keep)
                self.graph.replay()
        else:
            self.index.copy_(index)
            self.optimizer.param_groups[0]["lr"] = self.rate * rate
            self.keep.fill_(keep)
            self.advance()

    def finish(self):
        if self.cuda:
            torch.cuda.synchronize()
        with torch.no_grad():
            for p, a in zip(self.parameters, self.average):
                p.copy_(a)
        self.graph = None
        self.net.eval()
        return self.net


def run(trainers, name):
    began = time.time()
    most = max(t.steps for t in trainers)
    for step in range(most):
        for t in trainers:
            if t.step < t.steps:
                t.next()
        if step % 1000 == 999:
            if trainers[0].cuda:
                torch.cuda.synchronize()
            print(f"{name} step {step + 1}/{most} {time.time() - began:.0f} s loss {' '.join(f'{t.loss.item():.2f}' for t in trainers)}", flush=True)
    nets = [t.finish() for t in trainers]
    print(f"{name}: {most} steps in {time.time() - began:.0f} s", flush=True)
    return nets


def shuffled(candidates, size, passes, seed):
    generator = torch.Generator().manual_seed(seed)
    return torch.cat([candidates[torch.randperm(len(candidates), generator=generator).to(candidates.device)] for _ in range(passes)])[:len(candidates) * passes // size * size]


@torch.no_grad()
def probabilities(nets, windows, index):
    """Mean over the networks of how likely each place is, B x (1 + L), twice."""
    starts, ends = [], []
    for part in index.split(512):
        batch = windows.batch(part)
        scores = [net(batch) for net in nets]
        starts.append(sum(s.softmax(1) for s, _ in scores) / len(nets))
        ends.append(sum(e.softmax(1) for _, e in scores) / len(nets))
    return torch.cat(starts), torch.cat(ends)


def judge(nets, held, name):
    """Exact spans in right windows; how well right windows are told from wrong ones (AUC)."""
    index = torch.arange(len(held), device=held.device)
    start, end = (p.log().clamp_min(-80) for p in probabilities(nets, held, index))
    width = torch.arange(PASSAGE, device=held.device)
    allowed = ((width[None, :] >= width[:, None]) & (width[None, :] < width[:, None] + 60)).float()
    hits, n = 0, 0
    for i in (held.kind == RIGHT).nonzero().flatten().tolist():
        scores = start[i, 1:, None] + end[i, None, 1:] + (1 - allowed) * -1e3
        best = scores.argmax().item()
        a, b = best // PASSAGE, best % PASSAGE + 1
        hits += any(s[0] == a and s[1] == b for s in held.spans[i].tolist())
        n += 1
    none = start[:, 0] + end[:, 0]
    right, wrong = none[held.kind == RIGHT], none[held.kind == WRONG]
    auc = (right[:, None] < wrong[None, :]).float().mean().item()
    print(f"{name}: held out EM {hits / n:.3f}, AUC {auc:.3f}", flush=True)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("windows")
    arguments.add_argument("output")
    arguments.add_argument("--width", type=int, nargs="+", default=[64])
    arguments.add_argument("--teachers", type=int, default=1, help="a fold")
    arguments.add_argument("--teacher-passes", type=int, default=2)
    arguments.add_argument("--passes", type=int, default=2)
    arguments.add_argument("--trust", type=float, nargs="+", default=[0.6], help="how much the teachers count beside the right spans, 0-1")
    arguments.add_argument("--quick", action="store_true", help="a few steps, to see that it runs")
    o = arguments.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.backends.cuda.matmul.allow_tf32 = True
    began = time.time()
    folder = Path(o.windows)
    head = (folder / "vocabulary.bin").read_bytes()
    windows = Windows(sorted(folder.glob("round-*.bin")), device)
    held = Windows([folder / "held-out.bin"], device)
    characters, bigrams = sizes(head)
    vectors = bigram_vectors(folder, bigrams, device, contexts=100 if o.quick else 6000)
    print(f"{len(windows)} windows, {time.time() - began:.0f} s", flush=True)

    make = lambda seed, **shape: seeded(seed, lambda: Reader(characters + 1, vectors, **shape).to(device))
    labelled = windows.kind != UNLABELLED
    teachers = []
    for fold in range(FOLDS):
        candidates = (labelled & (windows.passage % FOLDS != fold)).nonzero().flatten()
        for k in range(o.teachers):
            order = shuffled(candidates, 64, o.teacher_passes, 100 * fold + k)
            order = order[:64] if o.quick else order
            teachers.append(Trainer(make(100 * fold + k, **TEACHER), windows, order, 64, 8e-4, 0.03))
    teachers = run(teachers, "teachers")
    judge(teachers[:1], held, "one teacher")
    judge(teachers, held, "all teachers")

    soft = [torch.zeros(len(windows), PASSAGE + 1, dtype=torch.float16, device=device) for _ in range(2)]
    for fold in range(FOLDS):
        own = (windows.passage % FOLDS == fold).nonzero().flatten()
        own = own[:64] if o.quick else own
        for table, p in zip(soft, probabilities(teachers[fold * o.teachers:(fold + 1) * o.teachers], windows, own)):
            table[own] = p.half()
    print(f"taught after {time.time() - began:.0f} s", flush=True)

    every = torch.arange(len(windows), device=device)
    students, names = [], []
    for width in o.width:
        for trust in o.trust:
            order = shuffled(every, 64, o.passes, 1)
            order = order[:64] if o.quick else order
            net = make(1, width=width, encoder=ENCODER, first=FIRST, second=SECOND, dropout=0.1)
            students.append(Trainer(net, windows, order, 64, 1.5e-3, 0.01, soft, trust))
            names.append(f"{width}-{trust}")
    for name, net in zip(names, run(students, "readers")):
        with torch.no_grad():
            net._characters.weight.copy_(rounded(net._characters.weight))
        judge([net], held, f"reader {name}")
        path = Path(o.output)
        write(path if len(names) == 1 else path.with_name(f"{path.stem}-{name}{path.suffix}"), net, head, ENCODER, FIRST, SECOND)
    print(f"{time.time() - began:.0f} s", flush=True)


def seeded(seed, make):
    torch.manual_seed(seed)
    return make()


def sizes(head):
    """Characters and bigrams of the vocabulary: strings with their lengths in bytes before them, seven bits a byte."""
    at, counts = 0, []
    for _ in range(3):
        length = shift = 0
        while True:
            byte = head[at]
            at += 1
            length |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                break
        counts.append(len(head[at:at + length].decode()))
        at += length
    return counts[1], counts[2] // 2


if __name__ == "__main__":
    main()
