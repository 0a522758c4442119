import fc from 'fast-check';

/** The same random cases at every run; GALLEY_SEED=<number> tries others. */
fc.configureGlobal({ seed: Number(process.env['GALLEY_SEED'] ?? 1) });

export default fc;
