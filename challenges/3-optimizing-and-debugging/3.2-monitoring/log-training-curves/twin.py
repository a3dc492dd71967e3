import torch


def fit(model, train_loader, val_loader, loss_fn, optimizer, scheduler, epochs, writer):
    step = 0  # goes on over the epochs: at the same step twice, a curve runs back on itself
    for epoch in range(epochs):
        writer.add_scalar("LR", optimizer.param_groups[0]["lr"], epoch)

        model.train()
        total, count = 0.0, 0
        for x, y in train_loader:
            optimizer.zero_grad()
            loss = loss_fn(model(x), y)
            loss.backward()
            optimizer.step()
            writer.add_scalar("Loss/batch", loss.item(), step)
            step += 1
            total += loss.item() * len(y)
            count += len(y)
        scheduler.step()
        writer.add_scalar("Loss/train", total / count, epoch)

        model.eval()
        total, correct, count = 0.0, 0, 0
        with torch.no_grad():
            for x, y in val_loader:
                output = model(x)
                total += loss_fn(output, y).item() * len(y)
                correct += (output.argmax(1) == y).sum().item()
                count += len(y)
        writer.add_scalar("Loss/val", total / count, epoch)
        writer.add_scalar("Accuracy/val", correct / count, epoch)
