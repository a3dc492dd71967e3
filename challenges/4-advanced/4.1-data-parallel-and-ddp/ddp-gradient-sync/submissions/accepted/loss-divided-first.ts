import torch, { distributed, nn, type Tensor } from 'torch';

export interface Job {
  models: nn.Module[];
  batches: [Tensor, Tensor][][];
  lr: number;
}

// Each rank's loss is its share of the mean of all, so that gradients only have to be added up.
export function train_rank(rank: number, world_size: number, job: Job): nn.Module {
  distributed.init_process_group('gloo');
  const { [rank]: model = new nn.Module() } = job.models;
  const { [rank]: batches = [] } = job.batches;
  const trainable = Array.from(model.parameters()).filter((p) => p.requires_grad);
  // Tensors of a state_dict share the memory of the model's own.
  for (const entry of Object.values(model.state_dict())) distributed.broadcast(entry, 0);
  const optimizer = new torch.optim.SGD(trainable, { lr: job.lr });

  let first = true;
  for (const [inputs, targets] of batches) {
    if (!first) for (const b of model.buffers()) distributed.broadcast(b, 0);
    first = false;
    optimizer.zero_grad({ set_to_none: false });
    for (const p of trainable) p.grad = null;
    model(inputs).sub(targets).pow(2).mean().div(world_size).backward();
    const grads = trainable.flatMap(({ grad }) => (grad ? [grad] : []));
    const sum = nn.utils.parameters_to_vector(grads);
    distributed.all_reduce(sum, { op: distributed.ReduceOp.SUM });
    nn.utils.vector_to_parameters(sum, grads);
    optimizer.step();
  }
  return model;
}
