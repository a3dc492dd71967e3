import torch


class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0):
        self.params = list(params)  # model.parameters() can be walked only once
        self.lr, self.betas, self.eps, self.weight_decay = lr, betas, eps, weight_decay
        self.states = {}

    @torch.no_grad()
    def step(self):
        for p in self.params:
            if p.grad is not None:
                self.update(p, p.grad)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

    def update(self, p, grad):
        beta1, beta2 = self.betas
        g = grad + self.weight_decay * p

        state = self.states.setdefault(p, {"step": 0, "mean": torch.zeros_like(p), "square": torch.zeros_like(p)})
        state["step"] += 1
        state["mean"].mul_(beta1).add_((1 - beta1) * g)
        state["square"].mul_(beta2).add_((1 - beta2) * g * g)

        mean = state["mean"] / (1 - beta1 ** state["step"])  # both began at 0 and are too small at first
        square = state["square"] / (1 - beta2 ** state["step"])
        p.sub_(self.lr * mean / (square.sqrt() + self.eps))
