import torch


class BestWeights:
    """Remembers the weights of the best epoch."""

    def __init__(self):
        self.epoch, self.loss, self.state = 0, float("inf"), {}

    def update(self, epoch, loss, model):
        """To be called after every epoch: whether it is the best so far."""
        if not loss < self.loss:
            return False
        self.epoch, self.loss = epoch, loss
        # state_dict() hands out the tensors that training changes in place; each needs memory of its own
        self.state = {name: value.detach().clone() for name, value in model.state_dict().items()}
        return True

    def restore(self, model):
        """Puts the best weights back into the model."""
        model.load_state_dict(self.state)


def fit(model, train_epoch, validate, epochs):
    best = BestWeights()
    val_losses = []
    for epoch in range(1, epochs + 1):
        model.train()
        train_epoch()

        model.eval()
        with torch.no_grad():
            loss = validate()
        val_losses.append(loss)
        best.update(epoch, loss, model)

    best.restore(model)
    return {"best_epoch": best.epoch, "best_loss": best.loss, "best_state": best.state, "val_losses": val_losses}
