import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import HtmlWebpackPlugin from 'html-webpack-plugin'
import type Chain from 'webpack-chain'
import { notFoundWords } from '../copy/first-words'
import { byAudience, firstDocument } from './audiences'

const root = path.resolve(__dirname, '..')
const production = process.env.NODE_ENV === 'production'

/**
 * What a build is told from outside. Compiled in as text, so that a branch of the other
 * gateway or of the local demonstration is dropped from the bundle, not merely skipped.
 */
const buildConstants = {
  // `http` talks to a gateway (H5, or DevTools against the local cloud); `cloud` to CloudBase.
  TARO_APP_GATEWAY:
    process.env.TARO_APP_GATEWAY ?? (process.env.TARO_ENV === 'weapp' ? 'cloud' : 'http'),
  // Address before `/call/<function>`; empty means the origin that served the page.
  TARO_APP_API_BASE: process.env.TARO_APP_API_BASE ?? '',
  TARO_APP_CLOUD_ENV: process.env.TARO_APP_CLOUD_ENV ?? '',
  TARO_APP_LOCAL: process.env.TARO_APP_LOCAL ?? '',
}

// app.config.ts is evaluated in this process and reads the same values.
Object.assign(process.env, buildConstants)

// Sizes are written in px for a 375 wide phone and stay px on both platforms: a 48 px target
// stays 48 px on a 320 wide phone, and a 1440 wide office screen is not blown up.
const keepPx = { pxtransform: { enable: false } }

// The rules, the wire and the texts live beside `src` and are compiled with it.
const own = ['copy', 'contract', 'domain'].map((name) => path.join(root, name))

/** Packages that ship syntax which the declared engines cannot read; a test reads every script. */
const younger =
  /node_modules[\\/](query-string|decode-uri-component|filter-obj|split-on-first)[\\/]/
const compile = { include: [...own, younger] }

/**
 * The demonstration's tools: where nothing uses them (every deployed build) they are left out
 * with their style sheets, not merely unreachable.
 */
const dropUnusedLocalTools = (chain: Chain) => {
  chain.module.rule('local-tools').merge({
    test: /src[\\/](features[\\/]local-bar|platform[\\/]local-control).*\.tsx?$/,
    sideEffects: false,
  })
}

/**
 * Chinese as UTF-8 takes half the bytes of its escapes. Taro's own settings for the mini-program
 * turn most of the compression off; the engines we declare take what the minifier writes.
 */
const terser = {
  enable: true,
  config: {
    ecma: 2017 as const,
    compress: {
      arrows: true,
      collapse_vars: true,
      comparisons: true,
      computed_props: true,
      hoist_props: true,
      inline: true,
      loops: true,
      negate_iife: true,
      properties: true,
      reduce_funcs: true,
      reduce_vars: true,
      switches: true,
      typeofs: true,
      passes: 2,
    },
    output: { ecma: 2017 as const, ascii_only: false },
  },
}

// The other root is for looking at a release beside the local build that is being served.
const outputRoot =
  process.env.TARO_OUTPUT_ROOT ?? (process.env.TARO_ENV === 'weapp' ? 'dist/weapp' : 'dist/h5')

const config: UserConfigExport<'webpack5'> = {
  projectName: 'zhenggaitong',
  date: '2019-11-18',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  plugins: [path.join(__dirname, 'template-plugin.ts')],
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot,
  alias: { '@': root },
  defineConstants: Object.fromEntries(
    Object.entries(buildConstants).map(([name, value]) => [
      `process.env.${name}`,
      JSON.stringify(value),
    ]),
  ),
  logger: { quiet: true, stats: false },
  terser,
  cache: { enable: false },
  copy: {
    patterns:
      process.env.TARO_ENV === 'weapp'
        ? [{ from: 'src/sitemap.json', to: `${outputRoot}/sitemap.json` }]
        : [],
    options: {},
  },
  mini: {
    compile,
    // Nothing here writes HTML into a page.
    runtime: { enableInnerHTML: false },
    optimizeMainPackage: { enable: production },
    // Each component's sheet stands alone, so the order between two of them does not matter.
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { ...keepPx, cssModules: { enable: false } },
    webpackChain(chain) {
      chain.performance.hints(false)
      dropUnusedLocalTools(chain)
    },
  },
  h5: {
    compile,
    // Hash router and relative addresses: the build runs from any path of any static host.
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    htmlPluginOption: { inject: false, firstDocument },
    output: {
      filename: 'js/[name].[contenthash:8].js',
      chunkFilename: 'js/[name].[contenthash:8].js',
    },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { ...keepPx, autoprefixer: { enable: true }, cssModules: { enable: false } },
    webpackChain(chain) {
      chain.performance.hints(false)
      dropUnusedLocalTools(chain)
      chain.plugin('not-found-page').use(HtmlWebpackPlugin, [
        {
          filename: '404.html',
          template: path.join(root, 'src/404.html'),
          inject: false,
          words: notFoundWords,
          home: process.env.TARO_APP_HOME_PATH ?? '/',
        },
      ])
      chain.optimization.splitChunks(byAudience)
      // Every engine we declare has fetch, and nothing here speaks JSONP.
      chain.resolve.alias.set('whatwg-fetch', false as never).set('jsonp-retry', false as never)
    },
  },
}

export default defineConfig(config)
