import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createLogger, PinoServiceLog } from '../service/log.ts';
import { readServiceSettings } from '../service/settings.ts';
import { wireService } from './service-wiring.ts';

/** Longest wait for what is under way when the process is asked to end; a lease covers what is left. */
const leavingMs = 3_000;

try {
  const settings = await readServiceSettings(process.env);
  const log = new PinoServiceLog(createLogger(settings.logLevel));
  const service = await wireService(settings, log);
  const server = createAdaptorServer({ fetch: service.app.fetch }) as Server;
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(settings.port, listening);
  });
  service.work.start();
  log.info('listening', { port: (server.address() as AddressInfo).port });

  const leave = async () => {
    log.info('leaving');
    setTimeout(() => process.exit(0), leavingMs).unref();
    server.close();
    server.closeIdleConnections();
    await service.work.stop();
    server.closeAllConnections();
    process.exit(0);
  };
  process.once('SIGINT', () => void leave());
  process.once('SIGTERM', () => void leave());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
