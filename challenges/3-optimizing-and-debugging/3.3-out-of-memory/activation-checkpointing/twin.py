import torch


class Checkpoint(torch.autograd.Function):
    @staticmethod
    def forward(ctx, fn, preserve_rng_state, *inputs):
        ctx.fn = fn
        ctx.then = torch.get_rng_state() if preserve_rng_state else None
        ctx.save_for_backward(*inputs)
        return fn(*inputs)  # nothing is recorded in here

    @staticmethod
    def backward(ctx, grad):
        # Leaves of a graph of their own: the inner backward must not walk on into the outer one.
        inputs = [t.detach().requires_grad_(t.requires_grad) for t in ctx.saved_tensors]

        now = torch.get_rng_state()
        if ctx.then is not None:
            torch.set_rng_state(ctx.then)
        with torch.enable_grad():
            output = ctx.fn(*inputs)
        if ctx.then is not None:
            torch.set_rng_state(now)

        output.backward(grad)
        return None, None, *(t.grad for t in inputs)
