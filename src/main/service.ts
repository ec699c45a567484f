import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createLogger, PinoServiceLog } from '../service/log.ts';
import { limitServer, serverOptions } from '../service/server-limits.ts';
import { readServiceSettings } from '../service/settings.ts';
import { StartGate } from '../service/site/start-gate.ts';
import { exportMeasures } from './export-measures.ts';
import { type Service, wireService } from './service-wiring.ts';
import { whyNotStarted } from './why-not-started.ts';

/** What giving back may take after the time for ending is over; a lease covers what is left. */
const handBackMs = 2_500;

try {
  const settings = await readServiceSettings(process.env);
  const log = new PinoServiceLog(createLogger(settings.logLevel));
  const exported = settings.metricsPort === null ? null : await exportMeasures(settings.metricsPort);
  const gate = new StartGate();
  let service: Service | null = null;
  const answer: typeof gate.app.fetch = (...call) => (service ?? gate).app.fetch(...call);
  const server = limitServer(createAdaptorServer({ fetch: answer, serverOptions }) as Server);
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(settings.port, listening);
  });
  log.info('listening', { port: (server.address() as AddressInfo).port });

  let isLeaving = false;
  /** Asked once, it finishes what is under way; asked again, it goes at once. */
  const leave = async () => {
    if (isLeaving) process.exit(0);
    isLeaving = true;
    log.info('leaving');
    const stopMs = settings.stopSeconds * 1000;
    setTimeout(() => process.exit(0), stopMs + handBackMs).unref();
    server.close();
    server.closeIdleConnections();
    await service?.work.leave(stopMs);
    server.closeAllConnections();
    log.info('left');
    process.exit(0);
  };
  process.on('SIGINT', () => void leave());
  process.on('SIGTERM', () => void leave());

  const wired = await wireService(settings, log, { gate, ...(exported ? { meter: exported.meter } : {}) });
  service = wired;
  if (!isLeaving) wired.work.start();
} catch (error) {
  console.error(whyNotStarted(error));
  process.exit(1);
}
