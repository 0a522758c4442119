/** Stands in for `fs`, which gray-matter loads for a function of it that Galley never calls. */
export default {};
