// @ts-check
// The case file on sheets of paper, each with its number in words: no browser but Chromium prints
// numbers of pages, and that one prints them from the wrong side in Hebrew. What stands on the
// screen is what is printed.

/** Room on a sheet for its blocks, in millimetres: of A4 and of US Letter, whichever has less. */
const ROOM = 226;
/** A block that is longer is cut only where so much of it still fits; else it begins the next sheet. */
const LEAST = 12;
const SPACE = /\s/;

/** @param {Element} block @returns {boolean} whether it must not stand last on a sheet */
const isJoined = (block) => block.hasAttribute("data-joined");

/** @param {Element} block */
const heightOf = (block) => block.getBoundingClientRect().height;

/** @param {Range} range @param {Text[]} texts @param {number} at the letter after which it ends */
function endAt(range, texts, at) {
  let left = at;
  for (const text of texts) {
    if (left <= text.length) return range.setEnd(text, left);
    left -= text.length;
  }
}

/** @param {Element} block @returns {Text[]} its texts, in order */
function textsOf(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const texts = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) texts.push(/** @type {Text} */ (text));
  return texts;
}

/**
 * How many letters of a block, to the end of a word, stand above a line of the page.
 * @param {Element} block @param {number} bottom in pixels, as rectangles count
 */
function lettersAbove(block, bottom) {
  const texts = textsOf(block), whole = block.textContent ?? "", range = document.createRange();
  range.selectNodeContents(block);
  let [fits, most] = [0, whole.length];
  while (fits < most) {
    const middle = Math.ceil((fits + most) / 2);
    endAt(range, texts, middle);
    if (range.getBoundingClientRect().bottom <= bottom) fits = middle;
    else most = middle - 1;
  }
  while (fits > 0 && !SPACE.test(whole[fits] ?? " ")) fits--;
  return fits;
}

/**
 * Cut a block in two, if something of it stands above this line.
 * @param {Element} block @param {number} bottom @returns {Element | null} what was below
 */
function cut(block, bottom) {
  const letters = lettersAbove(block, bottom);
  if (!letters) return null;
  const range = document.createRange();
  range.selectNodeContents(block);
  endAt(range, textsOf(block), letters);
  range.collapse(false);
  range.setEndAfter(/** @type {ChildNode} */ (block.lastChild));
  const rest = /** @type {Element} */ (block.cloneNode(false));
  // The rest of a text goes on in the direction in which the whole began.
  rest.setAttribute("dir", getComputedStyle(block).direction);
  rest.append(range.extractContents());
  block.after(rest);
  return rest;
}

/**
 * Which block begins the next sheet; a block that is cut becomes two.
 * @param {Element[]} blocks in one column @param {number} first of this sheet @param {number} millimetre in pixels
 */
function nextSheet(blocks, first, millimetre) {
  const bottom = blocks[first].getBoundingClientRect().top + ROOM * millimetre;
  const over = blocks.findIndex((block, at) => at >= first && block.getBoundingClientRect().bottom > bottom);
  if (over < 0) return blocks.length;
  const block = blocks[over];
  const fits = bottom - block.getBoundingClientRect().top;
  // What is longer than a sheet is cut wherever it stands.
  const isLong = fits > LEAST * millimetre || over === first || heightOf(block) > ROOM * millimetre;
  const rest = block.hasAttribute("data-flows") && isLong ? cut(block, bottom) : null;
  if (rest) {
    blocks.splice(over + 1, 0, rest);
    return over + 1;
  }
  let begins = over;
  while (begins > first && isJoined(blocks[begins - 1])) begins--;
  return begins > first ? begins : Math.max(over, first + 1);
}

/** @param {Element[]} blocks @param {string} words "Page {number} of {total}" @param {number} number @param {number} total */
function sheet(blocks, words, number, total) {
  const made = document.createElement("section"), foot = document.createElement("p");
  made.className = "sheet";
  foot.className = "page-number";
  foot.textContent = words.replace("{number}", String(number)).replace("{total}", String(total));
  made.append(...blocks, foot);
  return made;
}

/** Lay the blocks of a paper on numbered sheets. @param {HTMLElement} paper whose `data-sheets` are the words for a number */
export function layOnSheets(paper) {
  const column = document.createElement("div"), ruler = document.createElement("div");
  column.className = "sheet measured";
  ruler.className = "ruler"; // A hundred millimetres, in whatever pixels.
  const blocks = [...paper.children];
  column.append(...blocks, ruler);
  paper.replaceChildren(column);
  const millimetre = heightOf(ruler) / 100;
  ruler.remove();
  /** @type {number[]} */
  const starts = [];
  for (let at = 0; at < blocks.length; at = nextSheet(blocks, at, millimetre)) starts.push(at);
  const words = paper.dataset.sheets ?? "";
  const sheets = starts.map((from, at) => sheet(blocks.slice(from, starts[at + 1]), words, at + 1, starts.length));
  paper.replaceChildren(...sheets);
}
