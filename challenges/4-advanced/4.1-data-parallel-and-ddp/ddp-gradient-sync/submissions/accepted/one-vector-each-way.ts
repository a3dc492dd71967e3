import torch, { distributed as dist, nn, type Tensor } from 'torch';

export interface Job {
  models: nn.Module[];
  batches: [Tensor, Tensor][][];
  lr: number;
}

const { parameters_to_vector, vector_to_parameters } = nn.utils;

// Parameters and gradients travel as one vector each; no backward(), no optimizer.
export function train_rank(rank: number, world_size: number, { models, batches, lr }: Job): nn.Module {
  dist.init_process_group('gloo', { rank, world_size });
  const model = models[rank];
  if (!model) throw new RangeError(`no model for rank ${rank}`);
  const parameters = [...model.parameters()];
  torch.no_grad(() => {
    const vector = parameters_to_vector(parameters);
    dist.broadcast(vector, { src: 0 });
    vector_to_parameters(vector, parameters);
  });
  const shareBuffers = () => [...model.buffers()].forEach((buffer) => dist.broadcast(buffer, { src: 0 }));
  shareBuffers();

  const trained = parameters.filter((parameter) => parameter.requires_grad);
  const criterion = new nn.MSELoss();
  for (const [x, y] of batches[rank] ?? []) {
    shareBuffers();
    const gradients = torch.autograd.grad(criterion(model(x), y), trained);
    const vector = torch.cat(gradients.map((g) => g.flatten()));
    dist.all_reduce(vector, dist.ReduceOp.SUM);
    const parts = vector.div(world_size).split(trained.map((parameter) => parameter.numel()));
    torch.no_grad(() => {
      for (const [i, part] of parts.entries()) {
        const parameter = trained[i];
        if (!parameter) continue;
        parameter.grad = part.view_as(parameter);
        parameter.sub_(parameter.grad, { alpha: lr });
      }
    });
  }
  return model;
}
