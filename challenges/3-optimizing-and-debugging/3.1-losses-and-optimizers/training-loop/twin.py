def train(model, loader, loss_fn, optimizer, scheduler, epochs):
    losses = []
    for _ in range(epochs):
        model.train()
        total, count = 0.0, 0
        for x, y in loader:
            optimizer.zero_grad()
            loss = loss_fn(model(x), y)
            loss.backward()
            optimizer.step()

            total += loss.item() * x.size(0)  # a number: the tensor would keep its graph
            count += x.size(0)
        scheduler.step()
        losses.append(total / count)
    return losses
