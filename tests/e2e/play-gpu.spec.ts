import { expect, test } from './test.ts';
import { losses, openPlay, runToEnd, training, weight } from './playground.ts';
import { write } from './workspace.ts';

// A GPU that Chromium itself plays on the processor.
const executablePath = process.env['GRADGYM_BROWSER'];
test.use({
  launchOptions: {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--no-first-run', '--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'],
  },
});

test('the same training run on the browser’s GPU prints the same', async ({ page }) => {
  await openPlay(page, 'en', '?gpu=any');
  await write(page, `${training('cuda')}console.log(torch.cuda.is_available(), x.to('cuda').device);\n`);
  expect(await runToEnd(page)).toBe('done');
  const printed = page.locator('.output .console');
  await expect(printed).toContainText(weight);
  await expect(printed).toContainText('true cuda:0');
  const text = (await printed.textContent()) ?? '';
  for (const [at, loss] of losses.entries()) {
    const found = new RegExp(`^${(at + 1) * 10} tensor\\(([\\d.]+)`, 'm').exec(text)?.[1];
    expect(Math.abs(Number(found) - loss), text).toBeLessThanOrEqual(1e-3);
  }
  await expect(page.locator('.output-head')).toContainText('on google');
});

test('a GPU that the processor plays is used only when it is asked for', async ({ page }) => {
  await openPlay(page);
  await write(page, "import torch from 'torch';\nconsole.log(torch.cuda.is_available());\n");
  expect(await runToEnd(page)).toBe('done');
  await expect(page.locator('.output .console')).toHaveText('false');
  await expect(page.locator('.output-head')).toContainText('on the CPU');
});
