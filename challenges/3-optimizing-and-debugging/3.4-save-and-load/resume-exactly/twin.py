import io

import torch


def save_checkpoint(model, optimizer, scheduler, generator, epoch):
    buffer = io.BytesIO()
    torch.save(
        {
            "model": model.state_dict(),
            "optimizer": optimizer.state_dict(),
            "scheduler": scheduler.state_dict(),
            "epoch": epoch,
            "rng": torch.get_rng_state(),
            "generator": generator.get_state(),
        },
        buffer,
    )
    return buffer.getvalue()


def load_checkpoint(data, model, optimizer, scheduler, generator):
    checkpoint = torch.load(io.BytesIO(data))
    model.load_state_dict(checkpoint["model"])
    optimizer.load_state_dict(checkpoint["optimizer"])
    scheduler.load_state_dict(checkpoint["scheduler"])
    generator.set_state(checkpoint["generator"])
    torch.set_rng_state(checkpoint["rng"])  # last: nothing draws from the stream after this
    return checkpoint["epoch"]
