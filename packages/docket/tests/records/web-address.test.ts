import { expect, test } from 'vitest';
import { webAddressOf } from '../../src/records/web-address.ts';

test.each([
  ['https://github.com/acme/shop.git', 'https://github.com/acme/shop'],
  ['https://github.com/acme/shop/', 'https://github.com/acme/shop'],
  ['https://somebody:secret@GitHub.com/acme/shop', 'https://github.com/acme/shop'],
  ['http://git.example.org:3000/acme/shop', 'http://git.example.org:3000/acme/shop'],
  ['git@github.com:acme/shop.git', 'https://github.com/acme/shop'],
  ['ssh://git@git.example.org:2222/acme/shop.git', 'https://git.example.org/acme/shop'],
  ['git://git.example.org/acme/shop', 'https://git.example.org/acme/shop'],
  ['git@gitlab.com:acme/team/shop', 'https://gitlab.com/acme/team/shop'],
])('%s is shown at %s', (remote, address) => {
  expect(webAddressOf(remote)).toBe(address);
});

test.each([
  '../shop',
  '/srv/git/shop.git',
  'file:///srv/git/shop.git',
  'C:\\git\\shop',
  'https://',
  'https://github.com/"><script>',
  'git@host:a b',
  '',
])('`%s` is on no web', (remote) => {
  expect(webAddressOf(remote)).toBeUndefined();
});
