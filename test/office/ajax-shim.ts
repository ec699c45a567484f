/**
 * Office.js 1.1 asks its CDN for MicrosoftAjax.js, which is in no package. This has the few functions of it that
 * Office.js calls for a message in read mode. It is smaller than the real one, so Office.js alone looks better than it is.
 */
export const ajaxShim = `
window.Type = Function;
Function.registerNamespace = (path) => path.split('.').reduce((place, name) => (place[name] ??= {}), window);
for (const name of ['registerClass', 'registerInterface', 'registerEnum', 'initializeBase', 'callBaseMethod', 'resolveInheritance']) {
  Function.prototype[name] = function () { return this; };
}
Function.registerClass = () => undefined;
Function._validateParams = () => null;
Function.createDelegate = (target, method) => method.bind(target);
Function.createCallback = (method, context) => (...given) => method(...given, context);
Function.emptyFunction = Function.emptyMethod = () => undefined;
window.Sys = {
  StringBuilder: class { constructor(text) { this.parts = text ? [text] : []; } append(text) { this.parts.push(text); return this; } toString(glue) { return this.parts.join(glue ?? ''); } },
  Serialization: { JavaScriptSerializer: { serialize: JSON.stringify, deserialize: (text) => JSON.parse(text) } },
  Debug: { trace: () => undefined, fail: () => undefined, assert: () => undefined },
  EventHandlerList: class {}, EventArgs: class {}, Component: class {},
};
for (const name of ['argument', 'argumentNull', 'argumentOutOfRange', 'argumentType', 'argumentUndefined', 'create', 'invalidOperation', 'notImplemented', 'parameterCount', 'format']) {
  Error[name] = (text) => new Error(name + ': ' + text);
}
String.format = (text, ...given) => text.replace(/\\{(\\d+)\\}/g, (_, index) => given[index]);
String.prototype.endsWith ??= function () {};
`;
