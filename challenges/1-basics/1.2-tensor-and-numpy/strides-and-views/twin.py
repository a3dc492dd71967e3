from dataclasses import dataclass, replace
from math import ceil, prod


@dataclass(frozen=True)
class Layout:
    shape: tuple
    strides: tuple
    offset: int = 0


def contiguous(shape):
    strides, stride = [], 1
    for size in reversed(shape):
        strides.insert(0, stride)
        stride *= max(size, 1)
    return Layout(tuple(shape), tuple(strides))


def address(layout, index):
    if len(index) != len(layout.shape):
        raise IndexError(f"{len(index)} indices for {len(layout.shape)} dimensions")
    return layout.offset + sum(from_end(i, size) * stride for i, size, stride in zip(index, layout.shape, layout.strides))


def transpose(layout, dim0, dim1):
    order = list(range(len(layout.shape)))
    a, b = from_end(dim0, len(order)), from_end(dim1, len(order))
    order[a], order[b] = order[b], order[a]
    return Layout(tuple(layout.shape[d] for d in order), tuple(layout.strides[d] for d in order), layout.offset)


def slice_(layout, dim, start, end, step):
    d = from_end(dim, len(layout.shape))
    first, last, _ = slice(start, end).indices(layout.shape[d])
    shape, strides = list(layout.shape), list(layout.strides)
    shape[d] = max(ceil((last - first) / step), 0)
    strides[d] *= step
    return Layout(tuple(shape), tuple(strides), layout.offset + first * layout.strides[d])


def is_contiguous(layout):
    expected = contiguous(layout.shape).strides
    return 0 in layout.shape or all(n == 1 or s == e for n, s, e in zip(layout.shape, layout.strides, expected))


def view(layout, sizes):
    target = inferred(sizes, prod(layout.shape))
    if 0 in layout.shape:
        return replace(contiguous(target), offset=layout.offset)

    # Neighbours that memory does not tell apart are one block.
    blocks = []
    for size, stride in zip(layout.shape, layout.strides):
        if size == 1:
            continue
        if blocks and blocks[-1][1] == size * stride:
            blocks[-1] = (blocks[-1][0] * size, stride)
        else:
            blocks.append((size, stride))

    found, rest, stride = [], 1, 1
    for size in reversed(target):
        if rest == 1 and size > 1:
            rest, stride = blocks.pop()
        if rest % size != 0:
            raise RuntimeError(f"a view of shape {target} would need a copy")
        found.insert(0, stride)
        rest, stride = rest // size, stride * size
    return Layout(target, tuple(found), layout.offset)


def from_end(i, size):
    """A position from 0, where one below 0 counted from the end."""
    if not -size <= i < size:
        raise IndexError(f"{i} is out of range for {size}")
    return i + size if i < 0 else i


def inferred(sizes, count):
    """The shape with its -1 filled in."""
    known = list(sizes)
    if -1 in sizes:
        known.remove(-1)
    rest = prod(known)
    if any(size < 0 for size in known) or (rest == 0 or count % rest if -1 in sizes else rest != count):
        raise RuntimeError(f"shape {sizes} is invalid for {count} elements")
    return tuple(count // rest if size == -1 else size for size in sizes)
