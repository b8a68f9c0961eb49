/**
 * The one script of a document: it finds, filters, sorts and folds what is already there, copies ARNs, and marks the section
 * in view. Everything is readable without it, and whatever would be dead without it is shown or made by it. It writes text,
 * attributes and classes only, never markup. What costs time with thousands of principals waits until it is near the screen.
 */
export const pageScript = `(() => {
  'use strict';
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const lower = (text) => (text || '').toLowerCase();
  const tidy = (text) => (text || '').replace(/\\s+/g, ' ').trim();
  /** A key by which role-9 stands before role-10, alike in every browser. */
  const rank = (text) => lower(tidy(text)).replace(/\\d+/g, (digits) => digits.padStart(16, '0'));
  const byKey = (a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
  const make = (name, className, text) => Object.assign(document.createElement(name), { className, textContent: text });
  const button = (className, text) => Object.assign(make('button', className + ' screen-only', text), { type: 'button' });
  const count = (output, shown, total) => {
    output.textContent = output.dataset.text.replace('{shown}', shown).replace('{total}', total);
  };
  const hide = (element, hidden) => element.classList.toggle('filtered-out', hidden);
  /** The next words for a screen reader wait until the typing pauses. */
  const calmly = (work) => {
    let waiting = 0;
    return () => {
      clearTimeout(waiting);
      waiting = setTimeout(work, 120);
    };
  };
  const clearsOnEscape = (bar, search) => bar.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.target !== search || search.value === '') return;
    event.preventDefault();
    search.value = '';
    search.dispatchEvent(new Event('input', { bubbles: true }));
  });

  /* Folding: what is folded is still found by the browser's own search, and opens for it. */
  const words = document.querySelector('.finder')?.dataset;
  const foldable = words ? all(words.folds) : [];
  const kept = '.panel-head, .readiness-rule-head';
  const isFolded = (part) => part.classList.contains('folded');
  const fold = (part, folded) => {
    if (isFolded(part) === folded) return;
    part.classList.toggle('folded', folded);
    const body = bodyOf(part);
    if (folded) body.setAttribute('hidden', 'until-found');
    else body.removeAttribute('hidden');
    const toggle = part.querySelector('.fold');
    if (toggle) label(toggle, folded);
  };
  const bodyOf = (part) => {
    const known = part.querySelector(':scope > .fold-body');
    if (known) return known;
    const body = make('div', 'fold-body', '');
    body.append(...[...part.childNodes].filter((node) => node !== part.querySelector(kept)));
    part.append(body);
    return body;
  };
  const label = (toggle, folded) => {
    toggle.textContent = folded ? words.unfold : words.fold;
    toggle.setAttribute('aria-expanded', String(!folded));
  };

  const addFold = (part) => {
    const head = part.querySelector(kept);
    if (!head) return;
    const name = head.querySelector('h3');
    const toggle = button('fold', '');
    label(toggle, isFolded(part));
    toggle.id = part.id + '-fold';
    toggle.setAttribute('aria-labelledby', toggle.id + ' ' + name.id);
    toggle.addEventListener('click', () => fold(part, !isFolded(part)));
    head.append(toggle);
  };
  const addCopy = (part) => {
    const arn = part.querySelector('.panel-facts > .wide > .mono');
    if (!arn) return;
    const text = arn.textContent;
    const copy = button('copy', words.copy);
    const said = make('span', 'copied screen-only', '');
    said.setAttribute('role', 'status');
    copy.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        getSelection().selectAllChildren(arn.firstElementChild);
        document.execCommand('copy');
      }
      said.textContent = words.copied;
      setTimeout(() => (said.textContent = ''), 3000);
    });
    const value = document.createElement('span');
    value.append(...arn.childNodes);
    arn.append(value, ' ', copy, said);
  };

  /** Search and types above a table of policies. */
  const template = document.querySelector('template[data-table-filter]');
  const addTableFilter = (table) => {
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    if (rows.length < 2) return;
    const bar = template.content.cloneNode(true).firstElementChild;
    const [search, type, output] = ['input', 'select', 'output'].map((name) => bar.querySelector(name));
    bar.setAttribute('aria-label', table.caption.textContent);
    const present = new Set(rows.map((row) => row.dataset.type));
    for (const option of [...type.options]) if (option.value !== '' && !present.has(option.value)) option.remove();
    const apply = () => {
      const fits = rows.map((row) => (type.value === '' || row.dataset.type === type.value) && lower(row.textContent).includes(lower(search.value).trim()));
      rows.forEach((row, index) => hide(row, !fits[index]));
      count(output, fits.filter(Boolean).length, rows.length);
    };
    bar.addEventListener('input', calmly(apply));
    clearsOnEscape(bar, search);
    table.before(bar);
    apply();
  };
  const dressed = new WeakSet();
  const dress = (part) => {
    if (dressed.has(part)) return;
    dressed.add(part);
    addFold(part);
    addCopy(part);
    if (template) all('table[data-filterable]', part).forEach(addTableFilter);
  };
  /** Wide tables scroll sideways on small screens: there, and only there, the keyboard stops at them. */
  const small = matchMedia('(max-width: 40rem)');
  const reachWide = () => {
    for (const scroller of all('.table-scroll.wide')) {
      if (!small.matches) for (const name of ['tabindex', 'role', 'aria-label']) scroller.removeAttribute(name);
      else for (const [name, value] of [['tabindex', '0'], ['role', 'group'], ['aria-label', tidy(scroller.querySelector('caption').textContent)]]) scroller.setAttribute(name, value);
    }
  };
  small.addEventListener('change', reachWide);
  if (small.matches) reachWide();
  const watcher = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      if (target.matches('.part')) all(words.folds).filter((part) => part.parentNode === target).forEach(dress);
      else dress(target);
    }
  }, { rootMargin: '800px' });
  /** Parts of a long list wait as one; once their content has moved, each of it waits alone. */
  const soon = 20;
  foldable.slice(0, soon).forEach(dress);
  for (const part of new Set(foldable.slice(soon).map((part) => part.closest('.part') || part))) watcher.observe(part);
  const watchEach = () => {
    for (const part of foldable) if (!dressed.has(part)) watcher.observe(part);
  };
  document.addEventListener('beforematch', ({ target }) => target.matches('.fold-body') && fold(target.parentElement, false));

  const inPage = (elements) => [...elements].sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  /** Puts elements in this order into the parents they have now, as many into each as it had. */
  const deal = (elements) => {
    const sizes = new Map();
    for (const { parentNode } of inPage(elements)) sizes.set(parentNode, (sizes.get(parentNode) || 0) + 1);
    let next = 0;
    for (const [parent, size] of sizes) parent.append(...elements.slice(next, (next += size)));
  };
  /** Finds, filters and sorts the rows of the list, and what each row leads to with it. */
  const openFinder = (finder) => {
    const { items, type: typeOf } = finder.dataset;
    const search = finder.querySelector('input');
    const [types, orders] = all('select', finder);
    const output = finder.querySelector('output');
    const rows = all(items);
    const tables = [...new Set(rows.map((row) => row.closest('table')))];
    let entries;
    const read = () => (entries ??= rows.map((row) => {
      const link = row.querySelector('th a');
      const panel = link && document.getElementById(link.hash.slice(1));
      const arn = panel && panel.querySelector('.panel-facts .mono');
      return { row, panel, type: tidy(row.querySelector(typeOf)?.textContent), text: lower(tidy(row.textContent) + ' ' + (arn ? arn.textContent : '')) };
    }));
    const apply = () => {
      const wanted = lower(tidy(search.value));
      const asked = wanted !== '' || types.value !== '';
      watchEach();
      let shown = 0;
      const shownIn = new Map();
      for (const { row, panel, type, text } of read()) {
        const fits = (types.value === '' || type === types.value) && text.includes(wanted);
        hide(row, !fits);
        if (panel) hide(panel, !fits);
        for (const { parentNode } of panel ? [row, panel] : [row]) shownIn.set(parentNode, (shownIn.get(parentNode) || 0) + (fits ? 1 : 0));
        if (fits) shown += 1;
      }
      for (const [parent, some] of shownIn) hide(parent, some === 0);
      for (const part of foldable) if (part.querySelector(items)) hide(part, asked && !part.querySelector(items + ':not(.filtered-out)'));
      count(output, shown, rows.length);
    };
    const sort = () => {
      const column = orders.value;
      watchEach();
      for (const table of tables) {
        const mine = read().filter(({ row }) => row.closest('table') === table);
        const sorted = column === '' ? mine : mine.map((entry) => ({ ...entry, key: rank(entry.row.cells[column]?.textContent) })).sort(byKey);
        deal(sorted.map(({ row }) => row));
        deal(sorted.map(({ panel }) => panel).filter(Boolean));
      }
      apply();
    };
    const offer = () => {
      const found = [...new Set(read().map(({ type }) => type))].sort();
      for (const type of found) types.append(new Option(type, type));
      if (found.length < 2) types.parentNode.remove();
      const heads = tables.length === 0 ? [] : all('thead th:not(.print-only)', tables[0]);
      heads.forEach((head, index) => orders.append(new Option(tidy(head.textContent), String(index))));
    };
    search.addEventListener('input', calmly(apply));
    types.addEventListener('change', apply);
    orders.addEventListener('change', sort);
    clearsOnEscape(finder, search);
    const foldAll = finder.querySelector('.fold-all');
    if (foldable.length === 0) foldAll.remove();
    foldAll.addEventListener('click', () => {
      const folded = !foldable.every(isFolded);
      for (const part of foldable) fold(part, folded);
      foldAll.textContent = folded ? words.unfoldAll : words.foldAll;
    });
    count(output, rows.length, rows.length);
    finder.hidden = false;
    (window.requestIdleCallback || setTimeout)(offer);
    return () => {
      search.value = types.value = '';
      apply();
    };
  };
  const finder = document.querySelector('.finder');
  const showAll = finder && openFinder(finder);
  addEventListener('keydown', (event) => {
    if (!finder || event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea')) return;
    event.preventDefault();
    finder.querySelector('input').focus();
  });

  /* An address with a fragment: what it names is shown, whatever is filtered or folded. */
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.closest('.filtered-out')) showAll();
    for (let part = target; part; part = part.parentElement) if (part.matches('.folded')) fold(part, false);
    /* What comes near the screen takes its real height, and moves the target: until it stands still. */
    let tries = 30;
    const settle = () => {
      target.scrollIntoView();
      tries -= 1;
      if (tries > 0) requestAnimationFrame(settle);
    };
    settle();
  };
  addEventListener('hashchange', reveal);
  if (location.hash.length > 1) requestAnimationFrame(reveal);

  const links = new Map(all('.contents a').map((link) => [link.hash.slice(1), link]));
  const sections = all('main > section[id]').filter((section) => links.has(section.id));
  const mark = () => {
    const reached = sections.filter((section) => section.getBoundingClientRect().top < innerHeight * 0.35);
    const current = reached.at(-1) || sections[0];
    for (const [id, link] of links) current && id === current.id ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current');
  };
  addEventListener('scroll', () => requestAnimationFrame(mark), { passive: true });
  mark();
})();
`;
