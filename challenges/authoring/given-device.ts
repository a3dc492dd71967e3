let device = 'cpu';

/** Where what the judge gives lies, unless a test says where: float64 on the CPU always, as no GPU holds it. */
export const givenDevice = (dtype?: string): string => (dtype === 'float64' ? 'cpu' : device);
/** For tests of the GPU, which give everything there; the challenges themselves give on the CPU. */
export const giveOn = (name: string): void => void (device = name);
