import torch


def train_with_early_stopping(model, train_epoch, evaluate, patience, min_delta, max_epochs):
    val_losses = []
    best = snapshot(model)
    best_loss, best_epoch, stale = float("inf"), 0, 0

    for epoch in range(1, max_epochs + 1):
        model.train()
        train_epoch(model)

        model.eval()
        with torch.no_grad():
            loss = evaluate(model)
        val_losses.append(loss)

        if loss < best_loss - min_delta:
            best = snapshot(model)
            best_loss, best_epoch, stale = loss, epoch, 0
        else:
            stale += 1
            if stale == patience:
                break

    model.load_state_dict(best)
    return {"best_epoch": best_epoch, "best_loss": best_loss, "val_losses": val_losses}


def snapshot(model):
    """state_dict() hands out the live tensors; a copy stays as it is while training goes on."""
    return {name: value.detach().clone() for name, value in model.state_dict().items()}
