import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startSandbox } from '../sandbox/server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.PORT ?? '3000' },
    file: { type: 'string', default: join(process.env.URDDAS_STATE_DIR ?? '.urddas', 'tenant.sqlite') },
    reset: { type: 'boolean', default: false },
    https: { type: 'boolean', default: false },
  },
});

const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`--port takes a number from 0 to 65535, not "${values.port}".`);
  process.exit(2);
}

try {
  const sandbox = await startSandbox({
    port,
    file: values.file,
    reset: values.reset,
    https: values.https,
    notice: (sentence) => console.error(sentence),
  });
  if (sandbox.certificate?.file) console.error(`Clients must trust ${sandbox.certificate.file}`);
  console.log(`ready ${sandbox.origin}`);
  const leave = () => {
    // A host page may keep a connection open; nobody waits longer than this for it.
    setTimeout(() => process.exit(0), 4000).unref();
    void sandbox.close().then(() => process.exit(0));
  };
  process.once('SIGINT', leave);
  process.once('SIGTERM', leave);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
