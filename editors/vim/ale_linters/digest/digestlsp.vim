" DigestLsp's language server for ALE.
call ale#Set('digest_digestlsp_executable', 'digestlsp')

call ale#linter#Define('digest', {
\   'name': 'digestlsp',
\   'lsp': 'stdio',
\   'language': 'digest',
\   'executable': {buffer -> ale#Var(buffer, 'digest_digestlsp_executable')},
\   'command': '%e lsp',
\   'project_root': function('digest#Root'),
\})
