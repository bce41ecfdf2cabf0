// @ts-check
/**
 * The guide's door. Texts pass as UTF-8: Pyodide copies bytes at once, and strings one character at
 * a time, which with many saved cases takes longer than all of the guide's work.
 * @param {any} python
 * @returns {(text: string) => string}
 */
export function doorOf(python) {
  const turn = python.pyimport("guide.door").turn_utf8;
  const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
  return (text) => {
    const request = python.toPy(encoder.encode(text));
    const response = turn(request);
    const bytes = response.getBuffer("u8");
    const answer = decoder.decode(bytes.data);
    bytes.release();
    response.destroy();
    request.destroy();
    return answer;
  };
}
