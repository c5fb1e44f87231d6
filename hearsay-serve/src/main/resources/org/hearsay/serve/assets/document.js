// One document: statements lit in the text, in the list and in the captured page together.

import { typing } from './desk.js';

const panes = document.getElementById('panes');
const id = panes.dataset.document;
const story = document.getElementById('story');
const frame = document.getElementById('frame');
const peek = document.getElementById('peek');
const told = document.getElementById('told');
const cards = [...document.querySelectorAll('#said .statement')];
const order = cards.map((card) => card.dataset.statement);
const narrow = matchMedia('(max-width: 62rem)');

// ---- which pieces of the text belong to which statement

const pieces = new Map();
for (const piece of story.querySelectorAll('[data-said]')) {
  for (const part of piece.dataset.said.split(' ')) {
    const [statement, role] = part.split(':');
    if (!pieces.has(statement)) pieces.set(statement, []);
    pieces.get(statement).push([piece, role]);
  }
}
const innermost = (piece) => piece.dataset.said.split(' ').at(-1).split(':')[0];
const card = (statement) => document.getElementById(`s-${statement}`);

function light(statement, how) {
  for (const [piece, role] of pieces.get(statement) ?? []) piece.dataset[how] ??= role;
  card(statement)?.classList.add(how);
}

function unlight(how) {
  for (const piece of story.querySelectorAll(`[data-${how}]`)) delete piece.dataset[how];
  for (const lit of document.querySelectorAll(`.statement.${how}`)) lit.classList.remove(how);
}

// ---- views: on a wide screen the text stays beside the others, on a narrow one it is one of them

const tabs = [...document.querySelectorAll('#tabs a')];
const panels = tabs.map((tab) => document.querySelector(tab.hash));
let view = null;

document.getElementById('tabs').setAttribute('role', 'tablist');
tabs.forEach((tab, i) => {
  tab.setAttribute('role', 'tab');
  tab.setAttribute('aria-controls', panels[i].id);
  if (panels[i] !== story) {
    panels[i].setAttribute('role', 'tabpanel');
  }
  tab.addEventListener('click', (event) => {
    event.preventDefault();
    show(panels[i].id);
  });
  tab.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const shown = tabs.filter((other) => other.offsetParent !== null);
    const next = shown[(shown.indexOf(tab) + step + shown.length) % shown.length];
    next.focus();
    next.click();
  });
});

function show(name) {
  view = name;
  panes.dataset.view = name;
  tabs.forEach((tab, i) => {
    const chosen = panels[i].id === name;
    tab.setAttribute('aria-selected', chosen);
    tab.tabIndex = chosen ? 0 : -1;
    panels[i].classList.toggle('shown', chosen);
    if (chosen) tab.parentElement.scrollLeft = tab.offsetLeft - 24;
  });
  if (narrow.matches && name !== 'story') panes.scrollIntoView({ block: 'start' });
}

// ---- the captured page: a frame without scripts of its own, so each choice loads the copy anew.
// It is loaded only while it is seen: a frame that nobody sees is not drawn, and does not go to the lit place.

let wanted = frame?.getAttribute('src') ?? '';
let loaded = '';
let seen = false;
// The frame is lazy for readers without scripts; left so, its first page could come after the one that is wanted.
frame?.removeAttribute('src');
frame?.removeAttribute('loading');

function load() {
  if (seen && wanted !== loaded) {
    loaded = wanted;
    frame.src = wanted;
  }
}

if (frame) {
  new IntersectionObserver((entries) => {
    seen = entries.at(-1).isIntersecting;
    load();
  }).observe(frame);
}

function capture(query) {
  wanted = `/documents/${id}/page${query ? `?${query}#hearsay-lit` : ''}`;
  load();
}

// ---- choosing

let chosen = null;

function choose(statement, from) {
  unlight('chosen');
  chosen = statement;
  panes.classList.toggle('has-choice', statement !== null);
  const address = new URL(location);
  if (statement === null) {
    address.searchParams.delete('statement');
    history.replaceState(null, '', address);
    peek.hidden = true;
    capture('');
    return;
  }
  address.searchParams.set('statement', statement);
  address.hash = '';
  history.replaceState(null, '', address);
  light(statement, 'chosen');
  const at = card(statement);
  told.textContent = at.querySelector('.num').getAttribute('aria-label');
  capture(`statement=${encodeURIComponent(statement)}`);
  if (from !== 'list') scrollWithin(at);
  preview(at);
  if (from !== 'text' || narrow.matches) reveal(pieces.get(statement)?.find(([, role]) => role === 'content')?.[0]);
}

function reveal(piece) {
  if (!piece || piece.offsetParent === null) return;
  const box = piece.getBoundingClientRect();
  if (box.top < 90 || box.bottom > innerHeight - (peek.hidden ? 40 : peek.offsetHeight + 20)) {
    piece.scrollIntoView({ block: 'center', behavior: calm() ? 'auto' : 'smooth' });
  }
}

function scrollWithin(at) {
  const box = at.closest('.panel');
  if (narrow.matches || at.offsetParent === null) return;
  const side = box.parentElement;
  const top = at.getBoundingClientRect().top - side.getBoundingClientRect().top;
  if (top < 50 || top > side.clientHeight - 120) side.scrollTop += top - 80;
}

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

function preview(at) {
  if (!narrow.matches) return;
  const body = document.getElementById('peek-body');
  body.replaceChildren(...[...at.children].filter((c) => !c.matches('.placed')).map((c) => c.cloneNode(true)));
  document.getElementById('peek-show').hidden = !at.querySelector('.locate');
  peek.hidden = false;
}

function step(by) {
  if (order.length === 0) return;
  const at = chosen === null ? (by > 0 ? -1 : order.length) : order.indexOf(chosen);
  const next = order[Math.min(order.length - 1, Math.max(0, at + by))];
  choose(next, 'keys');
}

story.addEventListener('click', (event) => {
  if (getSelection().toString()) return; // somebody is copying
  const ref = event.target.closest('[data-ref]');
  const piece = event.target.closest('[data-said]');
  if (ref) {
    event.preventDefault();
    choose(ref.dataset.ref, 'text');
  } else if (piece) {
    choose(innermost(piece), 'text');
  }
  if ((ref || piece) && !narrow.matches && view !== 'captured') show('said');
});

for (const item of cards) {
  item.addEventListener('click', (event) => {
    if (event.target.closest('a.locate')) return;
    if (event.target.closest('a.num')) event.preventDefault();
    if (getSelection().toString()) return;
    choose(item.dataset.statement, 'list');
  });
}

// Links that point into the captured page load its copy in the frame.
for (const link of document.querySelectorAll('a[target=captured]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const statement = link.closest('[data-statement]')?.dataset.statement;
    if (statement) choose(statement, 'list');
    else capture(new URL(link.href).search.slice(1));
    show('captured');
    if (narrow.matches) peek.hidden = true;
  });
}

// ---- resting on something shows what belongs to it

const rest = (event) => {
  unlight('near');
  const piece = event.target.closest?.('[data-said]');
  const item = event.target.closest?.('[data-statement]');
  const ref = event.target.closest?.('[data-ref]');
  const statement = ref?.dataset.ref ?? item?.dataset.statement ?? (piece && innermost(piece));
  if (statement) light(statement, 'near');
};
document.addEventListener('pointerover', rest);
document.addEventListener('focusin', rest);

for (const item of document.querySelectorAll('#facts [data-entity]')) {
  const mentions = [...story.querySelectorAll('[data-who]')].filter((piece) =>
    piece.dataset.who.split(' ').includes(item.dataset.entity));
  const toggle = (on) => mentions.forEach((piece) => piece.classList.toggle('mentioned', on));
  item.addEventListener('pointerenter', () => toggle(true));
  item.addEventListener('pointerleave', () => toggle(false));
  item.addEventListener('focusin', () => toggle(true));
  item.addEventListener('focusout', () => toggle(false));
}

// ---- keys

document.addEventListener('keydown', (event) => {
  if (typing(event)) return;
  const inList = event.target.closest?.('#said');
  if (event.key === 'j' || (event.key === 'ArrowDown' && inList)) step(1);
  else if (event.key === 'k' || (event.key === 'ArrowUp' && inList)) step(-1);
  else if (event.key === 'p') show(view === 'captured' ? (narrow.matches ? 'story' : 'said') : 'captured');
  else if (event.key === 'Escape' && chosen !== null) choose(null);
  else return;
  event.preventDefault();
  if (inList && chosen !== null && event.key.startsWith('Arrow')) card(chosen).querySelector('.num').focus();
});

document.getElementById('peek-previous').addEventListener('click', () => step(-1));
document.getElementById('peek-next').addEventListener('click', () => step(1));
document.getElementById('peek-close').addEventListener('click', () => choose(null));
document.getElementById('peek-show').addEventListener('click', () => {
  peek.hidden = true;
  show('captured');
});

// ---- start

const named = panels.find((panel) => `#${panel.id}` === location.hash);
if (named) show(named.id);
else show(narrow.matches ? 'story' : 'said');
narrow.addEventListener('change', () => {
  if (!narrow.matches && view === 'story') show('said');
});
if (panes.dataset.chosen) choose(panes.dataset.chosen, 'keys');
else if (location.hash.startsWith('#s-')) choose(location.hash.slice(3), 'keys');
