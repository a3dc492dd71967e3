def train_accumulated(model, batches, loss_fn, optimizer, accumulate):
    losses = []
    for start in range(0, len(batches), accumulate):
        group = batches[start : start + accumulate]  # the last may be shorter
        samples = sum(x.size(0) for x, _ in group)

        optimizer.zero_grad()
        total = 0.0
        for x, y in group:
            loss = loss_fn(model(x), y) * (x.size(0) / samples)
            loss.backward()  # adds to .grad and frees this graph before the next is built
            total += loss.item()
        optimizer.step()
        losses.append(total)
    return losses
