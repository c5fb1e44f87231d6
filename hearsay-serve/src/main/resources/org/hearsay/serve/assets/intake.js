// Files and addresses put into the case: each is sent on its own, two at a time, and its outcome told.

const form = document.getElementById('drop');
const address = document.getElementById('address');
const outcomes = document.getElementById('outcomes');
const progress = document.getElementById('progress');
const bar = document.getElementById('progress-bar');
const line = document.getElementById('progress-line');

const AT_ONCE = 2;
const waiting = [];
let running = 0;
let asked = 0;
let done = 0;
let fresh = 0;
let unread = 0;

const WORDS = { added: 'Added', 'already-there': 'Already there', unreadable: 'Could not be read' };

function row(name) {
  const item = document.createElement('li');
  item.className = 'waiting';
  item.append(part('state', 'Waiting'), part('name', name));
  outcomes.prepend(item);
  return item;
}

function part(kind, text) {
  const span = document.createElement('span');
  span.className = kind;
  span.textContent = text;
  return span;
}

function tell(item, result) {
  const made = document.createElement('li');
  made.className = result.outcome;
  const name = part('name', result.document ? '' : result.name);
  if (result.document) {
    const link = document.createElement('a');
    link.href = `/documents/${result.document.id}`;
    link.textContent = result.document.title ?? result.name;
    name.append(link);
  }
  made.append(part('state', WORDS[result.outcome] ?? result.outcome), name);
  if (result.reason) made.append(part('reason', result.reason));
  item.before(made);
}

function show() {
  progress.hidden = asked === 0;
  bar.max = Math.max(1, asked);
  bar.value = done;
  const rest = [];
  if (fresh) rest.push(`${fresh} added`);
  if (unread) rest.push(`${unread} could not be read`);
  const words = rest.length ? `: ${rest.join(', ')}` : '';
  line.textContent = done < asked ? `${done} of ${asked} done${words}` : `All ${asked} done${words}`;
}

function put(name, request) {
  waiting.push({ item: row(name), name, request });
  asked++;
  show();
  next();
}

async function next() {
  if (running >= AT_ONCE || waiting.length === 0) return;
  const { item, name, request } = waiting.shift();
  running++;
  item.className = 'reading';
  item.querySelector('.state').textContent = 'Reading';
  let results;
  try {
    const answer = await fetch('/api/documents', { method: 'POST', ...request() });
    const body = await answer.json();
    results = answer.ok
      ? body.results
      : [{ name, outcome: 'unreadable', reason: body.error?.message ?? `The desk answered ${answer.status}.` }];
  } catch {
    results = [{ name, outcome: 'unreadable', reason: 'It could not be sent: the desk does not answer, or the file cannot be opened.' }];
  }
  for (const result of results) {
    tell(item, result);
    if (result.outcome === 'added') fresh++;
    if (result.outcome === 'unreadable') unread++;
  }
  item.remove();
  running--;
  done++;
  show();
  if (waiting.length === 0 && running === 0) refresh();
  next();
}

function refresh() {
  if (document.body.classList.contains('bare')) {
    if (fresh) {
      // The first documents: the page has another shape now.
      if (!unread) location.assign('/documents');
      else htmx.ajax('GET', '/documents', { target: '#listing', swap: 'outerHTML' });
    }
    return;
  }
  const query = document.getElementById('q')?.value ?? '';
  htmx.ajax('GET', `/documents?q=${encodeURIComponent(query)}`, { target: '#listing', swap: 'outerHTML' });
}

function file(chosen, path) {
  const name = path || chosen.webkitRelativePath || chosen.name;
  put(name, () => {
    const body = new FormData();
    body.append('file', chosen, name);
    return { body };
  });
}

for (const picker of form.querySelectorAll('input[type=file]')) {
  picker.addEventListener('change', () => {
    for (const chosen of picker.files) file(chosen);
    picker.value = '';
  });
}

form.addEventListener('submit', (event) => event.preventDefault());

address.addEventListener('submit', (event) => {
  event.preventDefault();
  const field = address.elements.url;
  const url = field.value.trim();
  if (!url) return;
  put(url, () => ({
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ url }),
  }));
  field.value = '';
});

// Dropping, anywhere on the page. Folders are walked.
let depth = 0;
const carriesFiles = (event) => event.dataTransfer?.types.includes('Files');

addEventListener('dragenter', (event) => {
  if (!carriesFiles(event)) return;
  depth++;
  document.body.classList.add('dropping');
});
addEventListener('dragleave', () => {
  depth = Math.max(0, depth - 1);
  if (depth === 0) document.body.classList.remove('dropping');
});
addEventListener('dragover', (event) => {
  if (carriesFiles(event)) event.preventDefault();
});
addEventListener('drop', (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  depth = 0;
  document.body.classList.remove('dropping');
  // Entries must be taken before the first await: the list is emptied after the event.
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (entries.length) entries.forEach((entry) => walk(entry, ''));
  else for (const chosen of event.dataTransfer.files) file(chosen);
});

async function walk(entry, above) {
  const path = above + entry.name;
  if (entry.isFile) {
    entry.file((chosen) => file(chosen, path));
  } else if (entry.isDirectory) {
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
      if (some.length === 0) return;
      for (const inner of some) await walk(inner, `${path}/`);
    }
  }
}
