// Runs Azurite as a child of the local host: it ends when its standard input does, and that closes however the host ends.
const { once } = process;

// A Ctrl-C in a terminal reaches every process there. Azurite must go on answering until the host has put its work away.
process.once = function (event, listener) {
  return event === 'SIGINT' || event === 'SIGTERM' ? this.on(event, () => {}) : once.call(this, event, listener);
};

// A host that was killed reads no more; what Azurite says as it ends must not keep it from writing its files.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

// Closing waits for connections, also for one that was opened and never used: nobody is left to use it.
const { Server } = require('http');
const { close } = Server.prototype;
Server.prototype.close = function (...done) {
  const server = close.apply(this, done);
  this.closeAllConnections();
  return server;
};

process.stdin.on('end', end).resume();

// Azurite listens for the word only once all its services have started.
function end() {
  if (!process.emit('message', 'shutdown')) setTimeout(end, 50);
}

require('./keys');
require('azurite/dist/src/azurite');
