// npm start: sets up what is missing, then runs the whole service until Ctrl-C or SIGTERM. --dev: for development.
import { bootstrap } from './bootstrap.js';
import { fail } from './report.js';

try {
  await bootstrap();
  const { startService } = await import('./service.js');
  await startService({ dev: process.argv.includes('--dev') });
  process.exit(0);
} catch (error) {
  fail(error);
}
