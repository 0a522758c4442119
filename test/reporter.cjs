// Mocha's spec reporter (GALLEY_REPORTER=dot: its dot reporter) that also leaves the counts in the file GALLEY_RESULTS names:
// { passed: number, failures: { title, message }[], pending: title[] }. Says at once why a test failed, in case the run never ends.
'use strict';
const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { reporters } = require('mocha');

const Readable = process.env.GALLEY_REPORTER === 'dot' ? reporters.Dot : reporters.Spec;

module.exports = class Counting extends Readable {
  constructor(runner, options) {
    super(runner, options);
    const counts = { passed: 0, failures: [], pending: [] };
    runner.on('pass', () => (counts.passed += 1));
    runner.on('pending', (test) => counts.pending.push(test.fullTitle()));
    runner.on('fail', (test, error) => {
      const message = String(error.message ?? error);
      counts.failures.push({ title: test.fullTitle(), message });
      if (Readable === reporters.Spec) console.log(`       ${message.replaceAll('\n', '\n       ')}`);
    });
    runner.once('end', () => {
      const file = process.env.GALLEY_RESULTS;
      if (!file) return;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(counts));
    });
  }
};
