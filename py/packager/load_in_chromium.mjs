// Has a Chromium that listens for developers load an unpacked extension, also anew.
// node load_in_chromium.mjs ws://127.0.0.1:PORT/PATH FOLDER

const [address, path] = process.argv.slice(2);
const socket = new WebSocket(address);

socket.onopen = () => socket.send(JSON.stringify({ id: 1, method: "Extensions.loadUnpacked", params: { path } }));
socket.onmessage = ({ data }) => {
  const { id, error } = JSON.parse(data);
  if (id !== 1) return;
  if (error) console.error(`Error: ${error.message}`);
  process.exit(error ? 1 : 0);
};
socket.onerror = () => {
  console.error("Error: the browser does not answer");
  process.exit(1);
};
