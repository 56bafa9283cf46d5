if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

" An abstract is one long line.
setlocal wrap linebreak
let b:undo_ftplugin = 'setlocal wrap< linebreak<'
