import { spawn } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { escapeHtml } from '../../packages/cli/src/preview/page.ts';
import { servePreview, type PreviewServer } from '../../packages/cli/src/preview/serve.ts';
import { bin, examples, run, useFolder } from './running.test-helper.ts';

const at = useFolder();
const shown = (html = '<p>one</p>', problem = '') => ({
  documents: [{ name: 'a&b.html', audience: 'submission', draft: true, html } as const],
  problem,
});
let server: PreviewServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** What a browser gets that asks for a path under some name of this machine. */
async function ask(url: string, path: string, options: { host?: string; method?: string } = {}) {
  const { hostname, port, host } = new URL(url);
  const sent = request({ hostname, port, path, method: options.method ?? 'GET', agent: false, headers: { host: options.host ?? host } }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode, text, policy: String(response.headers['content-security-policy']) };
}

/** The next message of a stream of changes. */
async function nextChange(url: string, meanwhile: () => void): Promise<{ problem: string; names: string[] }> {
  const stream = await fetch(new URL('/changes', url));
  const reader = (stream.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
  meanwhile();
  for (let text = ''; ;) {
    const found = /^data: (.*)\n\n/m.exec(text);
    if (found) {
      await reader.cancel();
      return JSON.parse(found[1] ?? '') as { problem: string; names: string[] };
    }
    text += (await reader.read()).value ?? '';
  }
}

describe('the server', () => {
  it('shows documents byte for byte, in a page that runs nothing but its own script', async () => {
    server = await servePreview(shown('<p>Zoë</p>'));
    expect((await ask(server.url, '/documents/a%26b.html')).text).toBe('<p>Zoë</p>');
    const { text, policy } = await ask(server.url, '/');
    expect(text).toContain('href="/documents/a%26b.html" target="document" data-name="a&amp;b.html">a&amp;b.html</a><small>DRAFT</small></span>');
    expect(policy).toMatch(/^default-src 'none'; script-src 'nonce-[^']+'; /);
    expect((await ask(server.url, '/../../etc/passwd')).status).toBe(404);
  });

  it.each([
    [{ host: 'evil.example' }, 403],
    [{ host: '127.0.0.1.evil.example:80' }, 403],
    [{ method: 'POST' }, 405],
  ])('refuses %o', async (options, status) => {
    server = await servePreview(shown());
    expect((await ask(server.url, '/', options)).status).toBe(status);
  });

  it('is on this machine alone, at a port of its own when the usual one is in use', async () => {
    const first = await servePreview(shown());
    server = await servePreview(shown());
    expect([first.url, server.url].map((url) => new URL(url).hostname)).toEqual(['127.0.0.1', '127.0.0.1']);
    expect(first.url).not.toBe(server.url);
    await first.close();
  });

  it('refuses a port that was asked for and is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    await expect(servePreview(shown(), port)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining(`port ${port} is in use`) as string,
    });
    other.close();
  });

  it('tells every open page what changed', async () => {
    const running = await servePreview(shown());
    server = running;
    const change = await nextChange(running.url, () => running.show(shown('<p>two</p>', 'line 1\n<b>')));
    expect(change).toEqual({ problem: 'line 1\n<b>', names: ['a&b.html'] });
    expect((await ask(running.url, '/documents/a%26b.html')).text).toBe('<p>two</p>');
    expect((await ask(running.url, '/')).text).toContain('role="alert">line 1\n&lt;b&gt;</div>');
  });

  it('escapes what stands in HTML', () => {
    expect(escapeHtml(`<a href="x" id='y'>&</a>`)).toBe('&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;&lt;/a&gt;');
  });
});

describe('preview', () => {
  it('follows what is saved, keeps what was good when it is wrong, and ends by Ctrl-C', async () => {
    cpSync(examples, at('examples'), { recursive: true });
    const file = at('examples/infinity-gifts-souvenirs-mended/engagement.yaml');
    const text = readFileSync(file, 'utf8');
    const child = spawn(process.execPath, [bin, 'preview', at('examples/infinity-gifts-souvenirs-mended/aws'), '-e', file], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = once(child, 'exit');
    let said = '';
    for await (const chunk of child.stderr) if (/^http\S+/.test((said += String(chunk)))) break;
    const [url = ''] = /^http\S+/.exec(said) ?? [];
    const documentText = async () => (await ask(url, '/documents/ACCT-002-implementation-infinity-gifts-souvenirs-mended.html')).text;
    expect(await documentText()).not.toContain('Gifts of another name');
    const good = await nextChange(url, () => writeFileSync(file, text.replace(/name: Infinity Gifts Souvenirs/, 'name: Gifts of another name')));
    expect([good.problem, (await documentText()).includes('Gifts of another name')]).toEqual(['', true]);
    const wrong = await nextChange(url, () => writeFileSync(file, text.replace(/^customer:/m, 'custommer:')));
    expect(wrong.problem).toContain('engagement.yaml  /customer');
    expect(await documentText()).toContain('Gifts of another name');
    child.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
  });

  it('says what is wrong before it serves', async () => {
    expect(await run('preview', 'no-such-folder')).toMatchObject({ code: 2, err: expect.stringContaining('no-such-folder') as string });
    expect(await run('preview', 'x', '--port', '99999')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--port is a number from 1 to 65535') as string,
    });
    expect(await run('preview', 'x', '--output', 'out')).toMatchObject({ code: 2, err: expect.stringContaining('it writes nothing') as string });
  });
});
