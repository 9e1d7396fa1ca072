// Runs Azurite as a child of the local host: it ends when its standard input does, and that closes however the host ends.
const { once } = process;

// A Ctrl-C in a terminal reaches every process there. Azurite must go on answering until the host has put its work away.
process.once = function (event, listener) {
  return event === 'SIGINT' || event === 'SIGTERM' ? this.on(event, () => {}) : once.call(this, event, listener);
};

// A host that was killed reads no more; what Azurite says as it ends must not keep it from writing its files.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

process.stdin.on('end', () => process.emit('message', 'shutdown')).resume();

require('./keys');
require('azurite/dist/src/azurite');
