/**
 * The one script of a document: it adds filters to tables and to lists of panels, and marks the section in view.
 * Everything is readable without it. It writes text and classes only, never markup.
 */
export const pageScript = `(() => {
  'use strict';
  const lower = (text) => (text || '').toLowerCase();
  const count = (output, shown, total) => {
    output.textContent = output.dataset.text.replace('{shown}', shown).replace('{total}', total);
  };
  const rowsOf = (table) => [...table.tBodies].flatMap((body) => [...body.rows]);

  const filterTable = (table, template) => {
    const bar = template.content.cloneNode(true).firstElementChild;
    const [search, type, output] = ['input', 'select', 'output'].map((name) => bar.querySelector(name));
    const rows = rowsOf(table);
    const present = new Set(rows.map((row) => row.dataset.type));
    for (const option of [...type.options]) if (option.value !== '' && !present.has(option.value)) option.remove();
    const apply = () => {
      let shown = 0;
      for (const row of rows) {
        const fits = (type.value === '' || row.dataset.type === type.value) && lower(row.textContent).includes(lower(search.value));
        row.classList.toggle('filtered-out', !fits);
        if (fits) shown += 1;
      }
      count(output, shown, rows.length);
    };
    bar.addEventListener('input', apply);
    table.closest('.table-scroll, table').before(bar);
    apply();
  };

  const template = document.querySelector('template[data-table-filter]');
  const open = (table) => filterTable(table, template);
  if (template) {
    const tables = [...document.querySelectorAll('table[data-filterable]')];
    const watcher = new IntersectionObserver((entries) => {
      for (const entry of entries.filter((candidate) => candidate.isIntersecting)) {
        watcher.unobserve(entry.target);
        open(entry.target);
      }
    }, { rootMargin: '800px' });
    for (const table of tables) tables.length > 60 ? watcher.observe(table) : open(table);
  }

  for (const finder of document.querySelectorAll('[data-finder]')) {
    const items = [...document.querySelectorAll(finder.dataset.finder)];
    const texts = items.map((item) => lower(item.dataset.search));
    const [search, output] = ['input', 'output'].map((name) => finder.querySelector(name));
    const apply = () => {
      const wanted = lower(search.value).trim();
      let shown = 0;
      items.forEach((item, index) => {
        const fits = texts[index].includes(wanted);
        item.classList.toggle('filtered-out', !fits);
        if (fits) shown += 1;
      });
      count(output, shown, items.length);
    };
    finder.hidden = false;
    finder.addEventListener('input', apply);
    apply();
  }

  const links = new Map([...document.querySelectorAll('.contents a')].map((link) => [link.hash.slice(1), link]));
  const sections = [...document.querySelectorAll('main > section[id]')].filter((section) => links.has(section.id));
  const mark = () => {
    const reached = sections.filter((section) => section.getBoundingClientRect().top < innerHeight * 0.35);
    const current = reached.at(-1) || sections[0];
    for (const [id, link] of links) current && id === current.id ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current');
  };
  addEventListener('scroll', () => requestAnimationFrame(mark), { passive: true });
  mark();
})();
`;
