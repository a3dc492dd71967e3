// What the specs do on /play, in a user's words.
import { expect, type Page } from '@playwright/test';

export async function openPlay(page: Page, language: 'en' | 'zh' = 'en', address = ''): Promise<void> {
  await page.goto(`/${language}/play${address}`);
  await expect(page.locator('.editor[data-ready="true"]')).toBeAttached({ timeout: 45_000 });
}

const state = (page: Page) => page.locator('.output-head');

/** Presses Run and waits for the end; what it was called. */
export async function runToEnd(page: Page): Promise<string> {
  await page.keyboard.press('ControlOrMeta+Enter');
  return ended(page);
}
export async function ended(page: Page): Promise<string> {
  await expect(state(page)).not.toHaveAttribute('data-phase', /idle|starting|running/, { timeout: 45_000 });
  return (await state(page).getAttribute('data-phase')) ?? '';
}

/** The same program in Python prints the same on PyTorch 1.13: its numbers are below. */
export const training = (device: 'cpu' | 'cuda') => `import torch, { nn, optim, type Tensor } from 'torch';

torch.manual_seed(0);
const model = new nn.Sequential(new nn.Linear(3, 8), new nn.Tanh(), new nn.Linear(8, 1));
const optimizer = new optim.Adam(model.to('${device}').parameters(), { lr: 0.05 });
const x = torch.randn(32, 3);
const y = x.prod(1, { keepdim: true }).to('${device}');
console.log(model.state_dict()['0.weight']?.at(':2').cpu());
const losses: number[] = [];
for (let step = 1; step <= 50; step++) {
  optimizer.zero_grad();
  const loss: Tensor = nn.functional.mse_loss(model.forward(x.to('${device}')), y);
  loss.backward();
  optimizer.step();
  losses.push(loss.item());
  if (step % 10 === 0) console.log(step, loss.cpu());
}
plot(losses, 'loss');
`;
export const weight = `tensor([[-0.0043,  0.3097, -0.4752],
        [-0.4249, -0.2224,  0.1548]])`;
export const losses = [0.9603, 0.6838, 0.3504, 0.2232, 0.138];
